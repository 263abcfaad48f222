import { beforeAll, expect, test } from "vitest";
import { recordCondition, scheduleReturns } from "#app/awards/index.server.ts";
import { actOnClaim, makeClaim, planClaims } from "#app/claims/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import {
  awardStatusRows,
  listAwardStatus,
  sumAwardStatus,
} from "#app/standing/award-status/award-status.queries.server.ts";
import { createAward, operatorContext } from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { type AwardStory, awardStory, done } from "../awards/award-story.ts";
import { tracker } from "../cli/tracker.ts";
import { exported, sumOf } from "../exports/made-file.ts";

const register = useDatabase();
let story: AwardStory;
let manager: Context;
let awardId: number;

beforeAll(async () => {
  story = await awardStory(register.db);
  manager = story.manager;
  awardId = await createAward(register.db, [story.lead], { lead: true });
  const of = { partnershipId: story.lead };
  await seal(operatorContext(register.db), awardId, {
    amountPence: 15_000,
    lines: [
      line({ ...of, financialYear: 2026, amountPence: 10_000 }),
      line({ ...of, financialYear: 2027, amountPence: 5_000 }),
    ],
  });
  const unknown = await createAward(register.db, [story.lead], { lead: true });
  await seal(operatorContext(register.db), unknown, { amountPence: null });
  const gone = await createAward(register.db, [story.lead], { lead: true });
  await seal(operatorContext(register.db), gone);
  await seal(operatorContext(register.db), gone, { kind: "void", amountPence: 0, effectiveOn: "2025-01-01" });
  const period = { rhythm: "once" as const, periodFrom: "2026-04-01", periodTo: "2026-09-30", dueDays: 31 };
  done(await scheduleReturns(story.officer, awardId, period));
  const open = { metOn: null, evidence: null, waivedBecause: null };
  done(await recordCondition(story.officer, awardId, null, { ...open, text: "Plan", dueOn: "2026-11" }));
  const quarter = { periodFrom: "2026-04-01", periodTo: "2026-06-30", payment: "arrears" as const };
  const claim = (amountPence: number) => ({
    ...{ ...quarter, results: null, note: "More of the same" },
    lines: [{ financialYear: 2026, stream: null, projectId: null, amountPence }],
  });
  const { id } = done(await makeClaim(story.officer, awardId, claim(4_000)));
  const none = { amountPence: null, happenedOn: null, reference: null, reason: null };
  done(await actOnClaim(story.finance, awardId, id, "sign", 1, none));
  done(await actOnClaim(story.officer, awardId, id, "submit", 2, { ...none, happenedOn: "2026-07-10" }));
  done(await makeClaim(story.officer, awardId, claim(1_000)));
  const days = { periodFrom: "2026-07-01", periodTo: "2026-12-31", dueDays: 21 };
  const schedule = { rhythm: "quarterly", payment: "arrears", unit: null, unitPence: null } as const;
  done(await planClaims(story.officer, awardId, { ...schedule, ...days, version: 0 }));
});

test("an award says what is claimed, awaited, at risk, open and late; void awards are left out", async () => {
  const { rows, olderThan } = await listAwardStatus(manager, null, null);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({ awarded: null, left: null, given: null, atRisk: null });
  expect(rows[1]).toMatchObject({
    ...{ id: awardId, status: "overdue", awarded: 15_000, claimed: 5_000, received: 0, left: 10_000 },
    ...{ given: 10_000, ofYear: 4_000, atRisk: 6_000, toSend: 1, toBePaid: 1, awaited: 4_000 },
    ...{ conditionsOpen: 1, conditionsLate: 0, returnsOpen: 1, returnsLate: 1, nextDue: "2026-10-21" },
    ...{ claimsDue: 2, claimsLate: 1 },
  });
  expect(olderThan).toBeNull();
  expect((await listAwardStatus(story.stranger, null, null)).rows).toEqual([]);
  await expect(listAwardStatus(story.stranger, story.lead, null)).rejects.toThrow();
});

test("the sums are those of the columns, on the page and in the file", async () => {
  const sums = await sumAwardStatus(manager, null);
  expect(sums).toEqual({
    ...{ awards: 2, notRecorded: 1, awarded: 15_000, left: 10_000, atRisk: 6_000, toSend: 1, toBePaid: 1 },
    ...{ awaited: 4_000, conditionsOpen: 1, conditionsLate: 0, returnsLate: 1 },
    ...{ claimsDue: 2, claimsLate: 1 },
  });
  const { rows } = await (await awardStatusRows(manager, null)).execute(register.db.read);
  expect(rows.map(({ atRisk }) => atRisk)).toEqual([null, 6_000]);
  const file = await rowsOf("csv", await exported(manager, "award-status"));
  expect([sumOf(file, "At risk by 31 March"), sumOf(file, "Awarded")]).toEqual([sums.atRisk, sums.awarded]);
  expect(file.at(-1)).toEqual(expect.arrayContaining(["Overdue", "2026-10-21", "60.00"]));
});

test("the command line prints the same report", async () => {
  const printed = await tracker(register.url, "report", "award-status", "--format", "json");
  const { sums, rows } = JSON.parse(printed.out);
  expect(sums).toEqual(await sumAwardStatus(operatorContext(register.db), null));
  expect(rows).toHaveLength(sums.awards);
  const table = await tracker(register.url, "report", "award-status");
  expect(table.out).toContain("At risk by 31 March");
});
