import { beforeAll, expect, test } from "vitest";
import { recordCondition, scheduleReturns } from "#app/awards/index.server.ts";
import { actOnClaim, makeClaim, planClaims } from "#app/claims/index.server.ts";
import { addDays } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import { verifyPublished } from "#app/reports/index.server.ts";
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
import { filesOf, publish } from "../reports/publishing.ts";

const ALL = { partnershipId: null, asAt: null, knownAt: null };

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
    ...{ ...quarter, results: null, note: null, reason: "More of the same" },
    lines: [{ financialYear: 2026, stream: null, projectId: null, amountPence }],
  });
  const { id } = done(await makeClaim(story.officer, awardId, claim(4_000)));
  const none = { amountPence: null, happenedOn: null, reference: null, reason: "The award letter" };
  done(await actOnClaim(story.finance, awardId, id, "sign", 1, none));
  done(await actOnClaim(story.officer, awardId, id, "submit", 2, { ...none, happenedOn: "2026-07-10" }));
  done(await makeClaim(story.officer, awardId, claim(1_000)));
  const days = { periodFrom: "2026-07-01", periodTo: "2026-12-31", dueDays: 21 };
  const schedule = { rhythm: "quarterly", payment: "arrears", unit: null, unitPence: null } as const;
  done(await planClaims(story.officer, awardId, { ...schedule, ...days, version: 0 }));
});

test("an award says what is claimed, awaited, at risk, open and late; void awards are left out", async () => {
  const { rows, olderThan } = await listAwardStatus(manager, ALL, null);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({ awarded: null, left: null, given: null, atRisk: null });
  expect(rows[1]).toMatchObject({
    ...{
      id: awardId,
      status: "overdue",
      awarded: 15_000,
      claimed: 4_000,
      received: 0,
      left: 11_000,
      prepared: 1_000,
    },
    ...{ given: 10_000, ofYear: 4_000, atRisk: 6_000, toSend: 1, toBePaid: 1, awaited: 4_000 },
    ...{ conditionsOpen: 1, conditionsLate: 0, returnsOpen: 1, returnsLate: 1, nextDue: "2026-10-21" },
    ...{ claimsDue: 2, claimsLate: 1 },
  });
  expect(olderThan).toBeNull();
  expect((await listAwardStatus(story.stranger, ALL, null)).rows).toEqual([]);
  await expect(
    listAwardStatus(story.stranger, { ...ALL, partnershipId: story.lead }, null),
  ).rejects.toThrow();
});

test("a day that has gone shows what was due, open and late then, and not what is today", async () => {
  const later = { ...manager, today: addDays(manager.today, 1) };
  const day = { ...ALL, asAt: manager.today, knownAt: manager.today };
  expect(await listAwardStatus(later, day, null)).toEqual(await listAwardStatus(manager, ALL, null));
  const { rows } = await listAwardStatus(manager, { ...ALL, asAt: "2026-07-09" }, null);
  expect(rows.find(({ id }) => id === awardId)).toMatchObject({
    ...{ status: "active", awarded: 15_000, claimed: 0, ofYear: 0, atRisk: 10_000, toSend: 0, toBePaid: 0 },
    ...{ conditionsOpen: 1, returnsOpen: 1, returnsLate: 0 },
  });
  const sent = await listAwardStatus(manager, { ...ALL, asAt: "2026-07-10" }, null);
  expect(sent.rows.find(({ id }) => id === awardId)).toMatchObject({
    claimed: 4_000,
    ofYear: 4_000,
    toBePaid: 1,
  });
  const known = await listAwardStatus(manager, { ...ALL, knownAt: "2026-01-01" }, null);
  expect(known.rows).toEqual([]);
});

test("it is published with what was awarded proved by the ledger, and with its table as its record", async () => {
  const { id, totalPence } = await publish(manager, "award-status", { partnership: String(story.lead) });
  expect(totalPence).toBe(15_000);
  const { body, file_csv } = await filesOf(manager, id);
  expect([...body.matchAll(/<a /g)]).toEqual([]);
  expect(file_csv.split("\r\n")).toHaveLength(4);
  expect(await verifyPublished(operatorContext(register.db))).toEqual([]);
});

test("the sums are those of the columns, on the page and in the file", async () => {
  const sums = await sumAwardStatus(manager, ALL);
  expect(sums).toEqual({
    ...{
      awards: 2,
      notRecorded: 1,
      awarded: 15_000,
      left: 11_000,
      prepared: 1_000,
      atRisk: 6_000,
      toSend: 1,
      toBePaid: 1,
    },
    ...{ awaited: 4_000, conditionsOpen: 1, conditionsLate: 0, returnsLate: 1 },
    ...{ claimsDue: 2, claimsLate: 1, claimsNotRecorded: 0 },
    ofVoid: { claimed: 0, received: 0, spent: 0, repaid: 0 },
  });
  const { rows } = await (await awardStatusRows(manager, ALL)).execute(register.db.read);
  expect(rows.map(({ atRisk }) => atRisk)).toEqual([null, 6_000]);
  const file = await rowsOf("csv", await exported(manager, "award-status"));
  expect([sumOf(file, "At risk by 31 March"), sumOf(file, "Awarded")]).toEqual([sums.atRisk, sums.awarded]);
  expect(file.at(-1)).toEqual(expect.arrayContaining(["Overdue", "2026-10-21", "60.00"]));
});

test("the command line prints the same report", async () => {
  const printed = await tracker(register.url, "report", "award-status", "--format", "json");
  const { sums, rows } = JSON.parse(printed.out);
  expect(sums).toEqual(await sumAwardStatus(operatorContext(register.db), ALL));
  expect(rows).toHaveLength(sums.awards);
  const table = await tracker(register.url, "report", "award-status");
  expect(table.out).toContain("At risk by 31 March");
});
