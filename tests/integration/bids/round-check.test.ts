import { beforeAll, describe, expect, it } from "vitest";
import { getBidContent } from "#app/bids/content/content.queries.server.ts";
import type { BidContent, SectionName } from "#app/bids/content/content.ts";
import { saveSection } from "#app/bids/content/save-section.server.ts";
import { getBid, takeBidAction } from "#app/bids/index.server.ts";
import { recordException, takeBackException } from "#app/bids/round-check/record-exception.server.ts";
import { getRoundCheck } from "#app/bids/round-check/round-check.queries.server.ts";
import { readSaferStreetsRounds } from "#app/cli/demo/safer-streets-facts.ts";
import { saferStreetsRound } from "#app/cli/demo/safer-streets-round.ts";
import { addRound } from "#app/funds/index.server.ts";
import type { ApplicantKind } from "#app/funds/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { createFund, operatorContext } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type BidStory, bidStory, completeDraft } from "./bid-story.ts";

const register = useDatabase();
let story: BidStory;
/** The numbers of the real rounds by the ids of the facts. */
const rounds = new Map<string, number>();

beforeAll(async () => {
  story = await bidStory(register.db);
  const fundId = await createFund(register.db, null, "Safer Streets Fund");
  for (const fact of readSaferStreetsRounds()) {
    const added = await addRound(operatorContext(register.db), { ...saferStreetsRound(fact), fundId });
    if (!added.ok) throw new Error(JSON.stringify(added.errors));
    rounds.set(fact.id, added.value.roundId);
  }
});

type Bid = {
  requestedPence?: number;
  applicantKind?: ApplicantKind;
  matchPence?: number;
  /** Revenue in pence by financial year. */
  costs?: Record<number, number>;
};

async function bidTo(round: string, bid: Bid) {
  const { context } = story.officer;
  const draft = await completeDraft(story, {
    roundId: rounds.get(round) ?? null,
    requestedPence: bid.requestedPence ?? 100_000_00,
  });
  const save = <Section extends SectionName>(section: Section, value: BidContent[Section]) =>
    saveSection(context, draft.id, section, value, { version: 0, isComplete: false });
  const nobody = { sponsor: null, deliveryLead: null, financeLead: null };
  await save("people", { applicantKind: bid.applicantKind ?? null, ...nobody });
  const costs = Object.entries(bid.costs ?? {}).map(([year, revenuePence]) => ({
    financialYear: Number(year),
    revenuePence,
    capitalPence: null,
  }));
  await save("costs", { costs });
  const match = { source: "Council", description: null, form: "cash", standing: "confirmed" } as const;
  if (bid.matchPence) await save("match", { match: [{ ...match, amountPence: bid.matchPence }] });
  return getBid(context, draft.id);
}

async function check(context: Context, bidId: number) {
  const bid = await getBid(context, bidId);
  return getRoundCheck(context, bid, await getBidContent(context, bidId));
}

async function breaches(round: string, bid: Bid) {
  const { id } = await bidTo(round, bid);
  const found = await check(story.officer.context, id);
  return Object.fromEntries((found?.breaches ?? []).map(({ rule, words }) => [rule, words]));
}

describe("the real rounds of the Safer Streets Fund catch", () => {
  it("a bid that comes years too late, in every round that published its deadline", async () => {
    expect(await breaches("SSF1", {})).toMatchObject({
      closed: "The bid would be submitted now; the round closed on 20 March 2020.",
    });
    expect((await breaches("SSF2", {})).closed).toContain("25 March 2021 at 11:59pm");
    expect((await breaches("SSF4", {})).closed).toContain("May 2022");
    expect((await breaches("SSF5", {})).closed).toContain("31 August 2023");
    expect(await breaches("SSF3", {})).not.toHaveProperty("closed");
  });

  it("a bid over the cap of rounds 1, 2, 4 and of Safety of Women at Night", async () => {
    const over = (requestedPence: number) => ({ requestedPence });
    expect((await breaches("SSF1", over(600_000_00))).over_cap).toBe(
      "Requested £600,000 is £50,000 over the cap of £550,000.",
    );
    expect((await breaches("SSF2", over(432_000_01))).over_cap).toContain("£0.01 over the cap of £432,000");
    expect((await breaches("SWAN", over(300_001_00))).over_cap).toContain("£1 over the cap of £300,000");
    expect((await breaches("SSF4", over(750_001_00))).over_cap).toContain("£1 over the cap of £750,000");
    expect(await breaches("SSF1", over(550_000_00))).not.toHaveProperty("over_cap");
  });

  it("a lead that the round does not allow", async () => {
    const led = (applicantKind: ApplicantKind) => ({ applicantKind });
    expect((await breaches("SSF1", led("local_authority"))).lead_not_eligible).toBe(
      "The bid is led by “Local authority”; the round may be led by: Police and Crime Commissioner.",
    );
    expect(await breaches("SSF2", led("local_authority"))).not.toHaveProperty("lead_not_eligible");
    expect(await breaches("SSF2", led("civil_society"))).toHaveProperty("lead_not_eligible");
    expect(await breaches("SSF3", led("other"))).toHaveProperty("lead_not_eligible");
    expect(await breaches("SSF3", led("british_transport_police"))).not.toHaveProperty("lead_not_eligible");
    expect(await breaches("SWAN", led("civil_society"))).not.toHaveProperty("lead_not_eligible");
    expect(await breaches("SSF5", led("local_authority"))).toHaveProperty("lead_not_eligible");
  });

  it("match under 20% in round 2 and under 50% in round 4", async () => {
    expect((await breaches("SSF2", { matchPence: 19_999_00 })).match_short).toBe(
      "Match of £19,999 is £1 short of £20,000, 20% of the amount requested.",
    );
    expect(await breaches("SSF2", { matchPence: 20_000_00 })).not.toHaveProperty("match_short");
    expect((await breaches("SSF4", {})).match_short).toContain(
      "No match is recorded; the round asks for £50,000, 50%",
    );
    expect(await breaches("SSF5", {})).not.toHaveProperty("match_short");
  });

  it("money in a year that the round does not pay", async () => {
    expect((await breaches("SSF5", { costs: { 2023: 5_00, 2025: 7_00 } })).year_not_paid).toBe(
      "£7 is for 2025 to 2026; the round pays only 2023 to 2024, 2024 to 2025.",
    );
    expect((await breaches("SSF2", { costs: { 2022: 1 } })).year_not_paid).toContain("only 2021 to 2022");
  });

  it("more in a year than round 4 pays in it, and money moved into a year that it does not pay", async () => {
    const round_id = rounds.get("SSF4") as number;
    const facts = readSaferStreetsRounds().find((fact) => fact.id === "SSF4");
    const years = Object.entries(facts?.fy_caps ?? {}).map(([year, pounds]) => ({
      round_id,
      financial_year: Number(year.slice(0, 4)),
      cap_pence: pounds * 100,
    }));
    await register.db.write((trx) => trx.insertInto("round_year").values(years).execute());
    const found = await breaches("SSF4", { costs: { 2022: 500_001_00, 2023: 250_000_00, 2024: 5_00 } });
    expect(found.over_year_cap).toBe(
      "£500,001 for 2022 to 2023 is £1 over the cap of £500,000 for that year.",
    );
    expect(found.year_not_paid).toBe(
      "£5 is for 2024 to 2025; the round pays only 2022 to 2023, 2023 to 2024.",
    );
  });

  it("more capital than a round allows, and a bid after the funder withdrew it", async () => {
    await register.db.write((trx) =>
      trx
        .updateTable("round")
        .set({ capital_share_percent: 25, withdrawn_on: "2026-11-01", withdrawn_reason: "No money" })
        .where("id", "=", rounds.get("SSF5") as number)
        .execute(),
    );
    const { id } = await bidTo("SSF5", {});
    const costs = [{ financialYear: 2023, revenuePence: 60_00, capitalPence: 40_00 }];
    const saved = { version: 1, isComplete: true };
    await saveSection(story.officer.context, id, "costs", { costs }, saved);
    const found = await check(story.officer.context, id);
    const rules = found?.breaches.map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(["withdrawn", "too_much_capital"]));
  });

  it("a second bid for an area to Safety of Women at Night, and a fourth one to round 3", async () => {
    expect((await breaches("SWAN", {})).too_many_bids).toMatch(/takes only 1\.$/);
    const bids = [];
    for (const _ of [1, 2, 3, 4]) bids.push(await breaches("SSF3", {}));
    expect(bids.at(-1)?.too_many_bids).toMatch(/takes at most 3\.$/);
  });
});

describe("a rule that the funder agreed to set aside", () => {
  const AGREED = { agreedBy: "Fund manager", agreedOn: "2026-11-01", reason: "Their letter of 1 November" };

  it("keeps who agreed, when and why, and who recorded it, until it is taken back", async () => {
    const { context, actor } = story.officer;
    const { id } = await bidTo("SSF1", { requestedPence: 600_000_00 });
    expect(await recordException(context, id, "over_cap", AGREED)).toMatchObject({ ok: true });
    const found = await check(context, id);
    expect(found?.breaches.map(({ rule }) => rule)).toContain("over_cap");
    expect(found?.exceptions).toMatchObject([{ ...AGREED, rule: "over_cap", personName: actor.name }]);
    expect(await recordException(context, id, "over_cap", AGREED)).toMatchObject({ ok: false });
    await takeBackException(context, id, "over_cap");
    expect((await check(context, id))?.exceptions).toEqual([]);
    await expect(takeBackException(context, id, "over_cap")).rejects.toThrow(StaleError);
    expect(await recordException(context, id, "over_cap", AGREED)).toMatchObject({ ok: true });
  });

  it("was not agreed to in the future", async () => {
    const { id } = await bidTo("SSF1", {});
    const late = { ...AGREED, agreedOn: "2026-11-22" };
    expect(await recordException(story.officer.context, id, "closed", late)).toEqual({
      ok: false,
      errors: { agreedOn: "The date must be today or in the past" },
    });
  });

  it("is for those who write the bid to record", async () => {
    const { id } = await bidTo("SSF1", {});
    const record = (context: Context) => recordException(context, id, "closed", AGREED);
    await expect(record(story.reader.context)).rejects.toThrow(ForbiddenError);
    await expect(record(story.stranger.context)).rejects.toThrow(NotFoundError);
  });
});

it("a bid that is decided is not held against its round any more", async () => {
  const { context } = story.officer;
  const bid = await bidTo("SSF1", {});
  await takeBidAction(context, bid.id, bid.version, "withdraw", { reason: "Too late" });
  expect(await check(context, bid.id)).toBeNull();
});

it("says of a bid that names no round that nothing was checked", async () => {
  const noRound = await completeDraft(story, { roundId: null });
  expect(await check(story.officer.context, noRound.id)).toEqual({
    hasRound: false,
    breaches: [],
    exceptions: [],
    sameMatch: [],
  });
  const { id } = await bidTo("SSF5", {});
  expect(await check(story.officer.context, id)).toMatchObject({ hasRound: true });
});
