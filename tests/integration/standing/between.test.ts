import { beforeAll, expect, test } from "vitest";
import { recordAgreement } from "#app/awards/agreements/record-agreement.server.ts";
import { awardsMatchingAt, scheduleReturns } from "#app/awards/index.server.ts";
import { AWARD_STATUSES } from "#app/awards/index.ts";
import { changeBid } from "#app/bids/change-bid.server.ts";
import { countBidsByStatus, createBid, recordPastBid, setLikelihood } from "#app/bids/index.server.ts";
import { addUmbrellaItem } from "#app/bids/umbrella/itemise-bid.server.ts";
import { actOnClaim, makeClaim, planClaims } from "#app/claims/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { type Between, getBetween } from "#app/standing/between/between.queries.server.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type AwardStory, awardStory, done, soleAward } from "../awards/award-story.ts";
import { answers } from "../bids/bid-story.ts";

const register = useDatabase();
let story: AwardStory;
let cut: number;
let won: number;
let yearCut: number;

beforeAll(async () => {
  story = await awardStory(register.db);
  const past = { recordedByPartnershipId: story.lead, partnerships: [], requestedPence: 5_000 };
  const decided = { submittedOn: "2025-01-10", decidedOn: "2025-05" };
  won = done(
    await recordPastBid(story.manager, { ...past, ...decided, title: "Won", status: "awarded" }),
  ).bidId;
  done(await recordPastBid(story.manager, { ...past, title: "No dates", status: "unsuccessful" }));
  cut = await soleAward(story);
  await seal(operatorContext(register.db), cut, {
    ...{ kind: "reduction", amountPence: 6_000, effectiveOn: "2025-06-01", reason: "Cut in mid-year" },
  });
  const year = { year: "2024", reference: null, note: null, version: 0 };
  done(await recordAgreement(story.officer, cut, { ...year, signedOn: "2024-09-01" }));
  await claimedBeforeTheCut();
  const halfYear = { rhythm: "once" as const, periodFrom: "2025-04-01", periodTo: "2025-09-30", dueDays: 31 };
  done(await scheduleReturns(story.officer, await soleAward(story), halfYear));
});

/** £80 of a year was claimed in May 2025, the year cut to £50 in June, and the next claim is due by the end of July. */
async function claimedBeforeTheCut(): Promise<void> {
  const of = (financialYear: number, amountPence: number) =>
    line({ partnershipId: story.lead, financialYear, amountPence });
  yearCut = await soleAward(story, { amountPence: 20_000, lines: [of(2025, 8_000), of(2026, 12_000)] });
  const lines = [{ financialYear: 2025, stream: null, projectId: null, amountPence: 8_000 }];
  const period = { periodFrom: "2025-04-01", periodTo: "2025-04-30", results: null, note: null };
  const made = done(await makeClaim(story.officer, yearCut, { ...period, payment: "arrears", lines }));
  const none = { amountPence: null, happenedOn: null, reference: null, reason: null };
  const sent = { ...none, happenedOn: "2025-05-10", reason: "The award letter" };
  done(await actOnClaim(story.finance, yearCut, made.id, "sign", 1, none));
  done(await actOnClaim(story.officer, yearCut, made.id, "submit", 2, sent));
  await seal(operatorContext(register.db), yearCut, {
    ...{ kind: "reduction", amountPence: 17_000, effectiveOn: "2025-07-01" },
    lines: [of(2025, 5_000), of(2026, 12_000)],
  });
  const schedule = { rhythm: "quarterly", payment: "arrears", unit: null, unitPence: null } as const;
  const quarter = { periodFrom: "2025-05-01", periodTo: "2025-06-30" };
  done(await planClaims(story.officer, yearCut, { ...schedule, ...quarter, dueDays: 0, version: 0 }));
}

function between(from: string, to: string, context: Context = story.manager): Promise<Between> {
  return getBetween(context, { partnershipId: null, from, to }, { bid: null, award: null });
}

test("a bid stands where its history had it on each day, by the dates of what happened", async () => {
  const early = await between("2025-01-09", "2025-01-10");
  expect(early.bids.moves).toEqual([
    {
      ...{ from: null, to: "submitted", count: 1, fromPence: 0, toPence: 5_000 },
      ...{ fromUnknown: 0, toUnknown: 0, fromApproximate: 0, toApproximate: 0 },
    },
  ]);
  // A month is over with its last day.
  expect((await between("2025-01-10", "2025-05-30")).bids.changed.rows).toEqual([]);
  const later = await between("2025-05-30", "2025-05-31");
  expect(later.bids.changed.rows).toMatchObject([{ id: won, from: "submitted", to: "awarded" }]);
  // What has no date counts from the day on which it was recorded.
  expect((await between("2025-05-31", "2026-11-21")).bids.moves).toContainEqual(
    expect.objectContaining({ from: null, to: "unsuccessful", count: 1 }),
  );
});

test("a bid counts with what it requested and how likely it was said to be on each day", async () => {
  const on = (day: string) => ({ ...story.officer, today: day, now: () => `${day}T12:00:00.000Z` });
  const managedOn = (day: string) => ({ ...story.manager, today: day, now: () => `${day}T12:00:00.000Z` });
  const input = answers({ title: "Asked for more", leadPartnershipId: story.lead, requestedPence: 1_000 });
  const { bidId } = done(await createBid(on("2026-10-01"), input));
  await setLikelihood(managedOn("2026-10-02"), bidId, 0, 50);
  await changeBid(on("2026-10-10"), bidId, 1, { ...input, title: "Asked for more time" });
  await changeBid(on("2026-10-20"), bidId, 2, { ...input, requestedPence: 3_000 });
  await setLikelihood(managedOn("2026-10-21"), bidId, 1, null);
  const at = async (from: string, to: string) => {
    const { bids } = await between(from, to);
    return { row: bids.changed.rows.find(({ id }) => id === bidId), expected: bids.expected };
  };
  expect((await at("2026-10-02", "2026-10-19")).row).toBeUndefined();
  const more = await at("2026-10-19", "2026-10-20");
  expect(more.row).toMatchObject({ fromPence: 1_000, toPence: 3_000, fromPercent: 50, toPercent: 50 });
  expect(more.expected).toMatchObject({ from: { pence: 500, known: 1 }, to: { pence: 1_500, known: 1 } });
  const unsaid = await at("2026-10-20", "2026-11-21");
  expect(unsaid.row).toMatchObject({ fromPercent: 50, toPercent: null, toPence: 3_000 });
  expect(unsaid.expected.to).toMatchObject({ pence: 0, known: 0 });
  expect((await at("2026-09-30", "2026-10-01")).row).toMatchObject({
    from: null,
    toPence: 1_000,
    toPercent: null,
  });
});

test("an umbrella record counts in sums only for what is not itemised by bids that were there on the day", async () => {
  const on = (day: string) => ({ ...story.officer, today: day, now: () => `${day}T12:00:00.000Z` });
  const sums = async (from: string, to: string) => {
    const { moves, expected } = (await between(from, to)).bids;
    const drafts = moves.filter((move) => move.to === "draft");
    return [drafts.reduce((sum, { toPence }) => sum + toPence, 0), expected.to.pence];
  };
  const before = await sums("2026-10-21", "2026-10-22");
  const whole = answers({ title: "Various", leadPartnershipId: story.lead, requestedPence: 10_000 });
  const umbrella = done(await createBid(on("2026-10-21"), whole));
  const part = { ...whole, title: "One of them", requestedPence: 3_000 };
  const item = done(await createBid(on("2026-10-23"), part));
  done(await addUmbrellaItem(story.manager, umbrella.bidId, item.reference));
  const managed = { ...story.manager, today: "2026-10-21", now: () => "2026-10-21T12:00:00.000Z" };
  for (const { bidId } of [umbrella, item]) done(await setLikelihood(managed, bidId, 0, 50));
  const more = (pence: number, expected: number) => [(before[0] ?? 0) + pence, (before[1] ?? 0) + expected];
  expect(await sums("2026-10-21", "2026-10-22")).toEqual(more(10_000, 5_000));
  expect(await sums("2026-10-22", "2026-10-23")).toEqual(more(10_000, 5_000));
  const { changed } = (await between("2026-10-20", "2026-10-21")).bids;
  expect(changed.rows.find(({ id }) => id === umbrella.bidId)).toMatchObject({ toPence: 10_000 });
});

test("an award stands with the version and the duties of each day, and what moved comes to the ledger's difference", async () => {
  const { awards, money } = await between("2024-08-31", "2025-06-01");
  expect(awards.changed.rows).toMatchObject([
    { id: cut, from: "agreement_pending", to: "active", fromPence: 10_000, toPence: 6_000 },
  ]);
  const moved = awards.moves.reduce((sum, { fromPence, toPence }) => sum + toPence - fromPence, 0);
  expect([moved, money.changedPence, money.unexplainedPence]).toEqual([-4_000, -4_000, 0]);
  const { awards: late } = await between("2025-10-31", "2025-11-01");
  expect(late.moves).toContainEqual(
    expect.objectContaining({ from: "report_due_soon", to: "overdue", count: 1 }),
  );
});

test("a year that was cut below what had been sent, and a claim not sent when due, stand so from those days on", async () => {
  const at = async (from: string, to: string) =>
    (await between(from, to)).awards.changed.rows.filter(({ id }) => id === yearCut);
  expect(await at("2025-06-29", "2025-06-30")).toEqual([]);
  expect(await at("2025-06-30", "2025-07-01")).toMatchObject([{ from: "active", to: "repayment_due" }]);
});

test("as at today it is what the lists say today", async () => {
  const { bids, awards } = await between("2024-01-01", "2026-11-21");
  const counts = await countBidsByStatus(story.manager);
  for (const { to, count } of bids.moves) expect(count).toBe(to === null ? 0 : counts.get(to));
  const all = { search: null, partnershipId: null, open: null, beforeId: null };
  const today = { asAt: story.manager.today, position: 1e9 };
  for (const status of AWARD_STATUSES) {
    const own = await awardsMatchingAt(story.manager, { ...all, status }, today)
      .select("award.id")
      .execute();
    const at = awards.moves.filter(({ to }) => to === status).reduce((sum, { count }) => sum + count, 0);
    expect([status, at]).toEqual([status, own.length]);
  }
});

test("nobody sees what is not theirs", async () => {
  const { bids, awards } = await between("2024-01-01", "2026-11-21", story.stranger);
  expect([bids.moves, awards.moves, bids.changed.rows]).toEqual([[], [], []]);
  const foreign = { partnershipId: story.lead, from: "2024-01-01", to: "2026-11-21" };
  await expect(getBetween(story.stranger, foreign, { bid: null, award: null })).rejects.toThrow();
});

test("an amount that is approximate on a day says so, and one that became exact is a change", async () => {
  const id = await soleAward(story, {
    ...{ amountPence: 5_000, amountBasis: "approximate", effectiveOn: "2026-02-01" },
  });
  const stood = async (from: string, to: string) => {
    const { awards } = await between(from, to);
    return awards.changed.rows.find((row) => row.id === id);
  };
  expect(await stood("2026-01-31", "2026-02-01")).toMatchObject({ fromBasis: null, toBasis: "approximate" });
  const settled = { kind: "correction", amountPence: 5_000, effectiveOn: "2026-03-01" } as const;
  await seal(operatorContext(register.db), id, settled);
  expect(await stood("2026-02-28", "2026-03-01")).toMatchObject({
    ...{ fromPence: 5_000, fromBasis: "approximate", toPence: 5_000, toBasis: "exact" },
  });
  const { money } = await between("2026-02-28", "2026-03-01");
  expect(money.from.approximatePence - money.to.approximatePence).toBe(5_000);
  const input = answers({ title: "About that much", leadPartnershipId: story.lead, requestedPence: 2_000 });
  const { bidId } = done(await createBid(story.officer, { ...input, requestedApproximate: true }));
  const before = (await between("2026-11-20", "2026-11-21")).bids.expected.to.approximate;
  await setLikelihood(story.manager, bidId, 0, 50);
  const { bids } = await between("2026-11-20", "2026-11-21");
  expect(bids.expected.to.approximate).toBe(before + 1);
});
