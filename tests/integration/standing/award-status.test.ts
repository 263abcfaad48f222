import { beforeAll, expect, test } from "vitest";
import { recordCondition, scheduleReturns } from "#app/awards/index.server.ts";
import { actOnClaim, makeClaim, planClaims } from "#app/claims/index.server.ts";
import { addDays } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import { withPublishedSides } from "#app/reports/changes/published-sides.server.ts";
import { type ChangesAddress, changesSchema, verifyPublished } from "#app/reports/index.server.ts";
import {
  awardStatusRows,
  listAwardStatus,
  sumAwardStatus,
} from "#app/standing/award-status/award-status.queries.server.ts";
import { isExplained } from "#app/standing/award-status/changes/status-changes.rules.ts";
import { getStatusChanges, statusChangesQueryOf } from "#app/standing/index.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
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

const SIDE = { knownAt: null, published: null };
const between = (first: string | null, second: string | null, context = manager) =>
  getStatusChanges(context, {
    partnershipId: null,
    from: { ...SIDE, asAt: first },
    to: { ...SIDE, asAt: second },
  });

test("two dates differ by their awards, each with why, which add up to what every total differs by", async () => {
  const days = ["2026-03-31", "2026-07-09", "2026-07-10", "2026-10-22", null];
  for (const first of days) {
    for (const second of days) {
      const compared = await between(first, second);
      expect(isExplained(compared), `${first} to ${second}`).toBe(true);
      if (first === second) expect(compared.changes).toEqual([]);
      const { ofVoid, notRecorded, claimsNotRecorded, ...sums } = await sumAwardStatus(manager, {
        ...ALL,
        asAt: second,
      });
      expect(compared.to).toMatchObject(sums);
    }
  }
  const { changes } = await between("2026-07-09", "2026-07-10");
  expect(changes.map(({ id }) => id)).toEqual([awardId]);
  expect(changes[0]).toMatchObject({
    adds: { awards: 0, claimed: 4_000, left: -4_000, atRisk: -4_000, toBePaid: 1 },
    why: [expect.stringMatching(/^10 July 2026, claim 1 submitted/)],
  });
  const late = (await between("2026-10-21", "2026-11-01")).changes.find(({ id }) => id === awardId);
  expect(late?.why).toEqual(["Claim was due 21 October 2026", "Return was due 31 October 2026"]);
  const back = (await between("2026-07-10", "2026-07-09")).changes[0];
  expect(back).toMatchObject({ adds: { claimed: -4_000 }, why: changes[0]?.why });
  await expect(
    getStatusChanges(story.stranger, {
      partnershipId: story.lead,
      from: { ...SIDE, asAt: null },
      to: { ...SIDE, asAt: null },
    }),
  ).rejects.toThrow();
  expect((await between("2026-07-09", null, story.stranger)).changes).toEqual([]);
});

test("the file has a row for each award that differs, and its columns come to what the totals differ by", async () => {
  const params = { of: "award-status", "from-as-at": "2026-07-09" };
  const file = await rowsOf("csv", await exported(manager, "comparison", { params }));
  const { added, changes } = await between("2026-07-09", null);
  expect(file).toHaveLength(changes.length + 1);
  expect(sumOf(file, "Left to claim: adds")).toBe(added.left);
  expect(sumOf(file, "Claimed: second report") - sumOf(file, "Claimed: first report")).toBe(added.claimed);
  const printed = await tracker(
    ...([register.url, "export", "comparison", "--of", "award-status"] as const),
    ...["--from-as-at", "2026-07-09", "--format", "json"],
  );
  expect(printed.code).toBe(0);
  expect(printed.out).toContain("claim 1 submitted");
});

test("the command line compares reports of award status and of success, too", async () => {
  const args = ["report", "changes", "--from-as-at", "2026-07-09", "--from-known-at", "2099-01-01"] as const;
  const printed = await tracker(register.url, ...args, "--of", "award-status", "--format", "json");
  const operator = operatorContext(register.db);
  const { added } = await between("2026-07-09", null, operator);
  expect(JSON.parse(printed.out).added).toEqual(added);
  const text = await tracker(register.url, ...args, "--of", "award-status");
  expect(text.out).toContain("Why: 10 July 2026, claim 1 submitted");
  const success = await tracker(register.url, ...args, "--of", "success");
  expect(success.out).toContain("What changed between two reports of success");
  expect((await tracker(register.url, ...args, "--of", "success", "--by", "funder")).code).toBe(2);
  expect((await tracker(register.url, "export", "lines", "--of", "success")).code).toBe(2);
});

test("a published report is compared by the table that was kept of it", async () => {
  const { id, position, asAt } = await publish(manager, "award-status", { partnership: String(story.lead) });
  const asked = await withPublishedSides(manager, new URLSearchParams({ "from-published": String(id) }));
  expect(Object.fromEntries(asked ?? [])).toEqual({
    "from-published": String(id),
    of: "award-status",
    partnership: String(story.lead),
  });
  const form = parseForm(changesSchema, asked ?? new URLSearchParams());
  if (!form.ok) throw new Error(JSON.stringify(form.errors));
  const compare = (more: Partial<ChangesAddress>) =>
    getStatusChanges(manager, statusChangesQueryOf({ ...form.data, ...more }, manager.today));
  const same = await compare({ "to-as-at": asAt, "to-known-at": asAt, "to-position": position });
  expect(same.changes).toEqual([]);
  expect(same.from).toEqual(same.to);
  const line2026 = { partnershipId: story.lead, financialYear: 2026 };
  await seal(operatorContext(register.db), awardId, {
    ...{ kind: "reduction", amountPence: 9_000, effectiveOn: manager.today },
    lines: [line({ ...line2026, amountPence: 9_000 })],
  });
  const now = await compare({});
  expect(isExplained(now)).toBe(true);
  expect(now.added).toMatchObject({ awards: 0, awarded: -6_000, left: -6_000 });
  expect(now.changes[0]?.why[0]).toContain("version 2, reduction");
});
