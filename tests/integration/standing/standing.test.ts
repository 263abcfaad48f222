import { beforeAll, describe, expect, test } from "vitest";
import { awardsMatchingAt, listDuties, scheduleReturns } from "#app/awards/index.server.ts";
import { AWARD_STATUSES } from "#app/awards/index.ts";
import { changeAwardOwner } from "#app/awards/owner/change-owner.server.ts";
import { findAwardOwner } from "#app/awards/owner/owner.queries.server.ts";
import { recordTerms } from "#app/awards/terms/record-terms.server.ts";
import { termsSchema } from "#app/awards/terms/terms.schema.ts";
import { changeTeam } from "#app/bids/index.server.ts";
import { sumPipeline } from "#app/bids/pipeline/pipeline.queries.server.ts";
import { actOnClaim, makeClaim, recordRepayment } from "#app/claims/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { listAwardStatus } from "#app/standing/award-status/award-status.queries.server.ts";
import { getBoard } from "#app/standing/board/board.queries.server.ts";
import { listStanding } from "#app/standing/standing.queries.server.ts";
import { NO_FILTERS, type StandingFilters } from "#app/standing/standing-filters.ts";
import { tasksByPerson } from "#app/standing/waiting/tasks-by-person.queries.server.ts";
import { listWaiting } from "#app/standing/waiting/waiting.queries.server.ts";
import { waitingByOwner } from "#app/standing/waiting/waiting-by-owner.queries.server.ts";
import { countYear, listMonth } from "#app/standing/year/year-ahead.queries.server.ts";
import { monthsAhead } from "#app/standing/year/year-ahead.rules.ts";
import { listMoneyEnding, sumMoneyEnding } from "#app/standing/year-end/year-end.queries.server.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { done } from "../awards/award-story.ts";
import { type BidStory, bidStory, completeDraft } from "../bids/bid-story.ts";
import { begin, exported } from "../exports/made-file.ts";
import { twoYearAward } from "./two-year-award.ts";

const register = useDatabase();
let story: BidStory;
let manager: Context;
let ids: { late: number; ending: number; draft: number; sent: number };

const NO_ANSWERS = { amountPence: null, happenedOn: null, reference: null, reason: "The award letter" };

const twoYears = () => twoYearAward(register.db, story.lead);

beforeAll(async () => {
  story = await bidStory(register.db);
  manager = story.manager.context;
  const officer = story.officer.context;
  const [late, ending] = [await twoYears(), await twoYears()];
  const period = { rhythm: "once" as const, periodFrom: "2026-04-01", periodTo: "2026-09-30" };
  done(await scheduleReturns(officer, late, { ...period, dueDays: 30 }));
  done(await scheduleReturns(officer, ending, { ...period, periodTo: "2027-01-31", dueDays: 30 }));
  const terms = termsSchema.parse({ version: "0", variationWeeks: "12" });
  done(await recordTerms(officer, ending, terms));
  const claimLine = { financialYear: 2026, stream: null, projectId: null, amountPence: 4_000 };
  const quarter = { periodFrom: "2026-04-01", periodTo: "2026-06-30", payment: "arrears" as const };
  const claim = { ...quarter, results: null, note: null, lines: [claimLine] };
  const { id } = done(await makeClaim(officer, ending, claim));
  done(await actOnClaim(story.finance.context, ending, id, "sign", 1, NO_ANSWERS));
  done(await actOnClaim(officer, ending, id, "submit", 2, { ...NO_ANSWERS, happenedOn: "2026-07-10" }));
  const draft = await completeDraft(story, { expectedDecision: "2027-03" });
  const sent = await completeDraft(story, { expectedDecision: "2027-03" });
  await register.db.write(async (trx) => {
    const status = { status: "submitted", submitted_on: "2026-11-01" } as const;
    await trx.updateTable("bid").set(status).where("id", "=", sent.id).execute();
  });
  ids = { late, ending, draft: draft.id, sent: sent.id };
});

async function listed(filters: Partial<StandingFilters>, context = manager) {
  const { rows } = await listStanding(context, { ...NO_FILTERS, ...filters });
  return rows.map(({ kind, id }) => `${kind} ${id}`);
}

describe("where things stand", () => {
  test("awards come first and bids after them, each with what a manager asks", async () => {
    const { rows, next, previous } = await listStanding(manager, NO_FILTERS);
    expect(rows.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      `award ${ids.ending}`,
      `award ${ids.late}`,
      `bid ${ids.sent}`,
      `bid ${ids.draft}`,
    ]);
    expect([next, previous]).toEqual([null, null]);
    expect(rows[0]).toMatchObject({
      leftPence: 11_000,
      next: { on: "2027-03-02" },
      risk: {
        level: "at_risk",
        reasons: [
          "The year of its money has begun and no agreement is recorded: no payment before signing",
          "£60 is to be claimed by 31 March 2027",
          "Nobody owns it",
        ],
      },
      waiting: [{ on: "funder", what: "Pay claim 1" }],
    });
    expect(rows[1]).toMatchObject({ status: "overdue", risk: { level: "late" }, next: { on: "2026-10-30" } });
    expect(rows[2]).toMatchObject({ waiting: [{ on: "funder" }], next: { on: "2027-03" } });
    expect(rows.every(({ touchedAt }) => touchedAt !== null)).toBe(true);
  });

  test("its file has every row with what the page says of it, and only what the filters let through", async () => {
    const [headings = [], ...rows] = await rowsOf("csv", await exported(manager, "standing"));
    const shown = await listStanding(manager, NO_FILTERS);
    const at = (heading: string) => rows.map((row) => row[headings.indexOf(heading)]);
    expect(at("Reference")).toEqual(shown.rows.map(({ reference }) => reference));
    expect(at("Award or bid")).toEqual(["Award", "Award", "Bid", "Bid"]);
    expect(at("Left to claim").slice(0, 1)).toEqual(["110.00"]);
    expect(at("Next date").slice(0, 3)).toEqual(["2027-03-02", "2026-10-30", "2027-03"]);
    const params = { status: "overdue" };
    const { fileName, pieces } = await begin(manager, "standing", { params });
    const found = [];
    for await (const piece of pieces) found.push(piece);
    expect(await rowsOf("csv", Buffer.concat(found))).toHaveLength(2);
    expect(fileName).toMatch(/^standing-award-overdue-recorded-on-\d{4}-\d\d-\d\d\.csv$/);
    const workbook = await rowsOf("xlsx", await exported(manager, "standing", { format: "xlsx" }));
    expect(workbook).toHaveLength(5);
    expect(await rowsOf("csv", await exported(story.stranger.context, "standing"))).toHaveLength(1);
  });

  test("filters let through what they say, by status and owner of both kinds", async () => {
    expect(await listed({ status: "overdue" })).toEqual([`award ${ids.late}`]);
    expect(await listed({ status: "draft" })).toEqual([`bid ${ids.draft}`]);
    expect(await listed({ kind: "bids" })).toHaveLength(2);
    expect(await listed({ kind: "awards" })).toHaveLength(2);
    const officer = story.officer.context;
    expect(await listed({ owner: "me" }, officer)).toEqual([`bid ${ids.sent}`, `bid ${ids.draft}`]);
    const nobody = { version: 1, ownerId: null, helperIds: [], watcherIds: [] };
    done(await changeTeam(officer, ids.draft, nobody));
    expect(await listed({ owner: "nobody" })).toEqual([
      `award ${ids.ending}`,
      `award ${ids.late}`,
      `bid ${ids.draft}`,
    ]);
    expect(await listed({}, story.stranger.context)).toEqual([]);
  });

  test("an award has an owner of its own, of those who write it, or else its bid’s", async () => {
    const { officer, reader, stranger } = story;
    const save = (ownerId: number | null, version: number, by = officer.context) =>
      changeAwardOwner(by, ids.late, { ownerId, version });
    expect(await save(reader.id, 1)).toMatchObject({ errors: { ownerId: "Choose from the list" } });
    await expect(save(officer.id, 1, reader.context)).rejects.toThrow(ForbiddenError);
    await expect(save(officer.id, 1, stranger.context)).rejects.toThrow(NotFoundError);
    done(await save(officer.id, 1));
    await expect(save(null, 1)).rejects.toThrow(StaleError);
    expect(await listed({ owner: "me", kind: "awards" }, officer.context)).toEqual([`award ${ids.late}`]);
    expect(await listed({ owner: officer.id })).toEqual([`award ${ids.late}`, `bid ${ids.sent}`]);
    expect(await listed({ owner: "nobody", kind: "awards" })).toEqual([`award ${ids.ending}`]);
    const { rows } = await listStanding(manager, { ...NO_FILTERS, owner: officer.id });
    expect(rows[0]?.ownerName).toBe(officer.actor.name);
    expect(await waitingByOwner(manager)).toEqual([
      { personId: null, name: null, bids: 1, awards: 0 },
      { personId: officer.id, name: officer.actor.name, bids: 0, awards: 1 },
    ]);
    expect(await waitingByOwner(stranger.context)).toEqual([]);
    const due = (ownerId: number) => listDuties(manager, "2027-03-31", ownerId);
    expect((await due(officer.id)).map(({ awardId }) => awardId)).toEqual([ids.late]);
    expect(await due(story.manager.id)).toEqual([]);
    done(await save(null, 2));
    const toBid = { bid_id: ids.sent };
    await register.db.write((trx) =>
      trx.updateTable("award").set(toBid).where("id", "=", ids.late).execute(),
    );
    expect(await findAwardOwner(manager, ids.late)).toMatchObject({ id: officer.id, ofBid: true });
    expect(await listed({ owner: "me", kind: "awards" }, officer.context)).toEqual([`award ${ids.late}`]);
  });

  test("the page on which awards end goes on with bids, and the way back leads to the start", async () => {
    const after = { of: "bid", after: ids.sent } as const;
    const page = await listStanding(manager, NO_FILTERS, after);
    expect(page.rows.map(({ id }) => id)).toEqual([ids.draft]);
    expect(page.previous).toEqual({ of: "bid", before: ids.draft });
    const back = await listStanding(manager, NO_FILTERS, { of: "bid", before: ids.draft });
    expect(back.previous).toBe("start");
    const awards = await listStanding(manager, NO_FILTERS, { of: "award", after: ids.ending });
    expect(awards.previous).toEqual({ of: "award", before: ids.late });
  });

  test("the board has each award in one column, the one that its status names", async () => {
    const board = await getBoard(manager, NO_FILTERS);
    const cards = [...board.bids, ...board.awards].flatMap(({ status, cards }) =>
      cards.map((card) => [status, card.status, card.id]),
    );
    expect(cards.every(([column, status]) => column === status)).toBe(true);
    expect(cards).toHaveLength(4);
    expect(board.awards.find(({ status }) => status === "overdue")).toMatchObject({ count: 1 });
    const all = { search: null, partnershipId: null, open: null, beforeId: null };
    for (const status of AWARD_STATUSES) {
      const own = await awardsMatchingAt(manager, { ...all, status }, { asAt: manager.today, position: 1e9 })
        .select("award.id")
        .execute();
      const column = board.awards.find((each) => each.status === status);
      expect(column?.count ?? 0).toBe(own.length);
    }
  });

  test("what waits is counted by whom it waits on", async () => {
    const waiting = await listWaiting(manager);
    expect(waiting.map(({ on, what, count }) => [on, what, count])).toEqual([
      ["owner", "Finish a bid and have it submitted", 1],
      ["funder", "Decide a bid", 1],
      ["owner", "Send a return that is late", 1],
      ["funder", "Pay a claim", 1],
    ]);
    expect(waiting[2]?.oldest?.href).toBe(`/awards/${ids.late}`);
    expect(await listWaiting(story.stranger.context)).toEqual([]);
    const person = { assignee_id: story.officer.id, made_at: manager.now(), version: 1 };
    const task = { ...person, award_id: ids.ending, what: "Ask for another year", due_on: "2026-11-20" };
    await register.db.write((trx) => trx.insertInto("task").values(task).execute());
    expect(await tasksByPerson(manager)).toMatchObject([{ personId: story.officer.id, open: 1, late: 1 }]);
    expect(await tasksByPerson(story.stranger.context)).toEqual([]);
  });

  test("the year ahead counts by month what falls due, is decided and ends", async () => {
    const months = await countYear(manager, monthsAhead(manager.today));
    expect(months.find(({ month }) => month === "2027-03")).toMatchObject({ due: 1, decides: 2 });
    expect(months.reduce((sum, { due, decides, closes }) => sum + due + decides + closes, 0)).toBe(3);
    expect((await listMonth(manager, "2027-03")).map(({ what }) => what)).toEqual([
      "Decision expected of a bid that is not yet submitted",
      "Decision expected",
      "Return due",
      "This year’s money ends",
      "This year’s money ends",
    ]);
    expect(await listMonth(story.stranger.context, "2027-03")).toEqual([]);
    expect(await sumPipeline(manager)).toMatchObject([{ month: "2027-03" }, { month: "2027-03" }]);
  });
});

describe("use it or lose it", () => {
  test("each award says what of the year is not claimed, and by when another year can be asked for", async () => {
    const spent = { period_from: "2026-04-01", period_to: "2026-06-30", recorded_at: manager.now() };
    const of = { award_id: ids.ending, number: 1, financial_year: 2026, evidence: "Ledger" };
    const entry = { ...spent, ...of, amount_pence: 3_500 };
    await register.db.write((trx) => trx.insertInto("spend").values(entry).execute());
    const { awards } = await listMoneyEnding(manager, 2026);
    expect(awards.map(({ spentPence, forecastPence }) => [spentPence, forecastPence])).toEqual([
      [3_500, null],
      [null, null],
    ]);
    expect(awards).toMatchObject([
      { id: ids.ending, givenPence: 10_000, claimedPence: 4_000, leftPence: 6_000, askBy: "2027-01-06" },
      { id: ids.late, givenPence: 10_000, claimedPence: 0, leftPence: 10_000, askBy: null },
    ]);
    expect(await sumMoneyEnding(manager, 2026)).toEqual({
      awards: 2,
      givenPence: 20_000,
      insidePence: 0,
      claimedPence: 4_000,
      leftPence: 16_000,
      unknown: 0,
    });
    expect((await listMoneyEnding(manager, 2026, ids.ending)).awards.map(({ id }) => id)).toEqual([ids.late]);
    expect((await listMoneyEnding(manager, 2025)).awards).toEqual([]);
    expect((await sumMoneyEnding(story.stranger.context, 2026)).awards).toBe(0);
  });

  test("a year that was cut to nothing stands there with what is to be repaid of it, until it is", async () => {
    const cut = await twoYears();
    const { officer, finance } = story;
    const quarter = { periodFrom: "2026-04-01", periodTo: "2026-06-30", payment: "arrears" as const };
    const lines = [{ financialYear: 2026, stream: null, projectId: null, amountPence: 4_000 }];
    const claim = { ...quarter, results: null, note: null, lines };
    const { id } = done(await makeClaim(officer.context, cut, claim));
    done(await actOnClaim(finance.context, cut, id, "sign", 1, NO_ANSWERS));
    const sent = { ...NO_ANSWERS, happenedOn: "2026-07-10" };
    done(await actOnClaim(officer.context, cut, id, "submit", 2, sent));
    done(await actOnClaim(finance.context, cut, id, "record_receipt", 3, { ...sent, amountPence: 4_000 }));
    const before = await sumMoneyEnding(manager, 2026);
    await seal(operatorContext(register.db), cut, {
      kind: "reduction",
      amountPence: 5_000,
      lines: [line({ partnershipId: story.lead, financialYear: 2027, amountPence: 5_000 })],
    });
    const listedNow = async () => (await listMoneyEnding(manager, 2026)).awards.find((one) => one.id === cut);
    expect(await listedNow()).toMatchObject({
      ...{ givenPence: 0, claimedPence: 4_000, leftPence: 0, repaymentPence: 4_000 },
    });
    const after = await sumMoneyEnding(manager, 2026);
    expect([before.awards - after.awards, before.leftPence - after.leftPence]).toEqual([1, 6_000]);
    // What is left of the next year is all of it.
    const { rows } = await listStanding(manager, { ...NO_FILTERS, status: "repayment_due" });
    expect(rows).toMatchObject([{ id: cut, leftPence: 5_000 }]);
    expect(await listed({ status: "late" })).toEqual([`award ${cut}`, `award ${ids.late}`]);
    const status = await listAwardStatus(manager, { partnershipId: null, asAt: null, knownAt: null }, null);
    expect(status.rows.find((row) => row.id === cut)).toMatchObject({ left: 5_000, claimed: 4_000 });
    const repayment = { amountPence: 4_000, repaidOn: null, reference: "BACS", reason: "Cut" };
    done(await recordRepayment(finance.context, cut, repayment));
    expect(await listedNow()).toBeUndefined();
  });

  test("money that was taken out of the year by a later version is not of it any more", async () => {
    const moved = await twoYears();
    await seal(operatorContext(register.db), moved, {
      kind: "variation",
      amountPence: 15_000,
      lines: [line({ partnershipId: story.lead, financialYear: 2027, amountPence: 15_000 })],
    });
    const { awards } = await listMoneyEnding(manager, 2026);
    expect(awards.map(({ id }) => id)).not.toContain(moved);
  });
});
