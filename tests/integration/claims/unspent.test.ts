import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { listAwards } from "#app/awards/award-list.queries.server.ts";
import { findDraft } from "#app/awards/drafts.queries.server.ts";
import {
  awardsThen,
  inForceOn,
  scheduleReturns,
  statusThen,
  submitReturn,
} from "#app/awards/index.server.ts";
import { sealNextVersion } from "#app/awards/seal-next-version.server.ts";
import { findDuties } from "#app/awards/status/duties.queries.server.ts";
import type { Payment } from "#app/claims/claim.ts";
import {
  actOnClaim,
  closeAward,
  makeClaim,
  moneyOfAward,
  recordCarryOver,
  recordRepayment,
  recordSpend,
} from "#app/claims/index.server.ts";
import { yearFiguresOf } from "#app/standing/year-end/year-figures.queries.server.ts";
import { createAward, operatorContext } from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type AwardStory, awardStory, done, refusal, soleAward } from "../awards/award-story.ts";

const register = useDatabase();
let story: AwardStory;

beforeAll(async () => {
  story = await awardStory(register.db);
});

const TODAY = "2026-11-21";
const YEARS = [2023, 2024, 2025];

/** £100 a year for three years. */
const award = () =>
  soleAward(story, {
    effectiveOn: "2023-04-01",
    amountPence: 30_000,
    lines: YEARS.map((financialYear) =>
      line({ partnershipId: story.lead, financialYear, amountPence: 10_000 }),
    ),
  });

/** A claim that was sent and paid in April after its first year: lines by year, and what came. */
async function paid(
  awardId: number,
  parts: Record<number, number>,
  receivedPence: number,
  payment: Payment = "arrears",
) {
  const [year = 0] = Object.keys(parts).map(Number);
  const lines = Object.entries(parts).map(([financialYear, amountPence]) => ({
    ...{ financialYear: Number(financialYear), stream: null, projectId: null, amountPence },
  }));
  const results = payment === "results" ? 1 : null;
  const { id } = done(
    await makeClaim(story.officer, awardId, {
      ...{ periodFrom: `${year}-04-01`, periodTo: `${year + 1}-03-31`, payment, results, note: null },
      reason: "Agreed with the funder",
      lines,
    }),
  );
  const answers = {
    ...{ amountPence: null, happenedOn: `${year + 1}-04-05`, reference: null, reason: "The award letter" },
  };
  done(await actOnClaim(story.finance, awardId, id, "sign", 1, answers));
  done(await actOnClaim(story.officer, awardId, id, "submit", 2, answers));
  const receipt = { ...answers, amountPence: receivedPence };
  done(await actOnClaim(story.finance, awardId, id, "record_receipt", 3, receipt));
}

const spend = async (awardId: number, year: number, amountPence: number, periodTo = `${year + 1}-03-31`) =>
  done(
    await recordSpend(story.officer, awardId, {
      ...{ periodFrom: `${year}-04-01`, periodTo, evidence: "Ledger", reason: "Recorded late" },
      lines: [{ stream: null, projectId: null, amountPence }],
    }),
  );

/** Where it stands, in words: as its own page, the list of all awards and the table between two days have it. */
async function standing(awardId: number, today = TODAY): Promise<string> {
  const context = { ...story.reader, today };
  const { standing: own } = await findDuties(context, awardId);
  const filters = { search: null, partnershipId: null, open: null, beforeId: null, afterId: null };
  const { awards } = await listAwards(context, { ...filters, status: "repayment_due" });
  expect(awards.some(({ id }) => id === awardId)).toBe(own?.status === "repayment_due");
  const { rows } = await sql<{ status: string }>`
    select status from (${awardsThen(context, today)}) as then_ where id = ${awardId}`.execute(
    register.db.read,
  );
  expect(rows).toEqual([{ status: own?.status }]);
  return own?.why ?? "";
}

describe("what came for a year that is over and was not spent in it", () => {
  it("is due, however much was spent in a later year, and stands so on every page until it is repaid", async () => {
    const awardId = await award();
    await paid(awardId, { 2024: 10_000 }, 10_000);
    await spend(awardId, 2024, 6_000);
    await paid(awardId, { 2025: 10_000 }, 10_000);
    await spend(awardId, 2025, 14_000);
    const words = "£40 of 2024 to 2025 not spent in that year is";
    expect(await standing(awardId)).toBe(`Repayment due: ${words} to go back to the funder`);
    const { due } = await moneyOfAward(story.reader, awardId);
    expect(due.years).toEqual([{ financialYear: 2024, pence: 4_000, unspentPence: 4_000 }]);
    const ended = await yearFiguresOf(story.reader, 2024, [awardId]);
    expect(ended.get(awardId)).toMatchObject({ repaymentPence: 4_000 });
    const closure = { evaluation: "In the annual report", evidenceUntil: "2033-03-31", note: null };
    expect(refusal(await closeAward(story.finance, awardId, closure))).toEqual({
      form: `${words} still to go back to the funder`,
    });
    const repay = (amountPence: number) =>
      recordRepayment(story.finance, awardId, {
        ...{ amountPence, repaidOn: null, reference: "BACS", reason: null },
      });
    expect(refusal(await repay(4_001))).toEqual({ reason: `${words} to go back: enter why more went back` });
    done(await repay(4_000));
    expect(await standing(awardId)).toMatch(/^Active/);
    done(await closeAward(story.finance, awardId, closure));
  });

  it("is not yet known until its spend is recorded to its end, its return is sent or its accounts are closed", async () => {
    const [short, toItsEnd, reported] = [await award(), await award(), await award()];
    for (const id of [short, toItsEnd, reported]) {
      await paid(id, { 2025: 10_000 }, 10_000);
      await spend(id, 2025, 6_000, "2025-12-31");
    }
    await spend(toItsEnd, 2025, 1_000);
    const period = { periodFrom: "2025-04-01", periodTo: "2026-03-31" };
    const [returnId = 0] = done(
      await scheduleReturns(story.officer, reported, { rhythm: "once", ...period, dueDays: null }),
    ).returnIds;
    const sent = { version: 1, submittedOn: "2026-04-20", funderReference: null, note: null };
    done(await submitReturn(story.officer, { awardId: reported, returnId }, sent));
    expect(await standing(short, "2026-06-30")).toMatch(/^Active/);
    const { due } = await moneyOfAward({ ...story.reader, today: "2026-06-30" }, short);
    expect(due).toEqual({
      ...{ pence: 0, years: [] },
      notYetKnown: [{ financialYear: 2025, pence: 4_000, recordedTo: "2025-12-31" }],
    });
    expect(await standing(short, "2026-07-01")).toContain("£40 of 2025 to 2026 not spent in that year");
    expect(await standing(toItsEnd, "2026-04-06")).toContain("£30 of 2025 to 2026 not spent in that year");
    const before = await moneyOfAward({ ...story.reader, today: "2026-04-19" }, reported);
    expect(before.due.pence).toBe(0);
    expect(await standing(reported, "2026-04-20")).toContain("£40 of 2025 to 2026 not spent in that year");
  });

  it("is never due where no spend is recorded, and the checklist asks for it", async () => {
    const awardId = await award();
    await paid(awardId, { 2024: 10_000 }, 10_000);
    await paid(awardId, { 2025: 10_000 }, 10_000);
    await spend(awardId, 2025, 20_000);
    expect(await standing(awardId)).toMatch(/^Active/);
    const closure = { evaluation: "In the annual report", evidenceUntil: "2033-03-31", note: null };
    expect(refusal(await closeAward(story.finance, awardId, closure))).toEqual({
      form: "No spend is recorded of 2024 to 2025",
    });
  });

  it("stays where the funder approved its carry-over, as far as it was spent in the later year", async () => {
    const awardId = await award();
    await paid(awardId, { 2024: 8_000 }, 8_000);
    await spend(awardId, 2024, 6_000);
    expect(await standing(awardId)).toContain("£20 of 2024 to 2025 not spent");
    const approval = {
      fromYear: 2024,
      toYear: 2025,
      approvedOn: "2025-05",
      reference: "Letter 7",
      note: null,
    };
    done(await recordCarryOver(story.officer, awardId, { ...approval, amountPence: 2_000 }));
    // Of the later year nobody knows yet what was spent.
    expect(await standing(awardId)).toMatch(/^Active/);
    const draft = await findDraft(story.officer, awardId);
    done(await sealNextVersion(story.finance, awardId, draft?.version ?? 0));
    await spend(awardId, 2025, 1_500);
    expect(await standing(awardId)).toContain("£5 of 2024 to 2025 not spent");
    // What was not spent there either is carried over once more, and followed into the year that still runs.
    const further = {
      ...approval,
      fromYear: 2025,
      toYear: 2026,
      approvedOn: "2026-05",
      reference: "Letter 9",
    };
    done(await recordCarryOver(story.officer, awardId, { ...further, amountPence: 500 }));
    expect(await standing(awardId)).toMatch(/^Active/);
    const again = await findDraft(story.officer, awardId);
    done(await sealNextVersion(story.finance, awardId, again?.version ?? 0));
    expect(await standing(awardId)).toMatch(/^Active/);
  });

  it("is no payment by results, nothing that another award takes, and of a payment in part only what is sure", async () => {
    const results = await award();
    await paid(results, { 2024: 5_000 }, 5_000, "results");
    await spend(results, 2024, 1_000);
    expect(await standing(results)).toMatch(/^Active/);
    const inPart = await award();
    await paid(inPart, { 2024: 5_000, 2025: 5_000 }, 7_000);
    await spend(inPart, 2024, 1_500);
    await spend(inPart, 2025, 5_000);
    // £70 came of £50 and £50: at least £20 of it is of either year.
    expect(await standing(inPart)).toContain("£5 of 2024 to 2025 not spent");
    const outer = await award();
    await paid(outer, { 2024: 10_000 }, 10_000);
    await spend(outer, 2024, 3_000);
    const inner = await createAward(register.db, [story.lead]);
    const of = { partnershipId: story.lead, financialYear: 2024, amountPence: 6_000 };
    const nothing = { projectId: null, priorityId: null, ownThemeId: null, stream: null };
    const inside = { awardId: outer, partnershipId: story.lead, financialYear: 2024, ...nothing };
    await seal(operatorContext(register.db), inner, { amountPence: 6_000, lines: [line({ ...of, inside })] });
    expect(await standing(outer)).toContain("£10 of 2024 to 2025 not spent");
  });

  it("was not due at a position at which its spend was not known yet", async () => {
    const awardId = await award();
    await paid(awardId, { 2024: 10_000 }, 10_000);
    const { rows } = await sql<{ seq: number }>`select max(seq) as seq from audit_entry`.execute(
      register.db.read,
    );
    await spend(awardId, 2024, 6_000);
    const at = (position: number | null) =>
      register.db.read
        .selectFrom("award")
        .innerJoin("award_version as version", (join) =>
          join.on((e) => e("version.id", "=", inForceOn(TODAY, e.ref("award.id")))),
        )
        .select(statusThen(TODAY, position).as("status"))
        .where("award.id", "=", awardId)
        .execute();
    expect(await at(Number(rows[0]?.seq))).toEqual([{ status: "active" }]);
    expect(await at(null)).toEqual([{ status: "repayment_due" }]);
    expect(await at(Number(rows[0]?.seq) + 1)).toEqual([{ status: "repayment_due" }]);
  });
});
