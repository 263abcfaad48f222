import type { Database } from "#db/open.server.ts";
import type { Add } from "./foreign-records.ts";
import { NOW } from "./standings.ts";

/** A claim of £1 on an award, still a draft. @returns its number */
export async function addClaim(db: Database, award_id: number, written_by: number): Promise<number> {
  return db.write(async (trx) => {
    const period = { period_from: "2024-04-01", period_to: "2024-06-30", payment: "arrears" as const };
    const { id } = await trx
      .insertInto("claim")
      .values({
        award_id,
        number: 1,
        ...period,
        status: "draft",
        claimed_pence: 100,
        written_by,
        recorded_at: NOW,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx
      .insertInto("claim_line")
      .values({ claim_id: id, position: 1, financial_year: 2024, amount_pence: 100 })
      .execute();
    return id;
  });
}

/** £1 spent of an award in June 2024. @returns its number */
export async function addSpend(db: Database, award_id: number, recorded_by: number): Promise<number> {
  return db.write(async (trx) => {
    const { id } = await trx
      .insertInto("spend")
      .values({
        award_id,
        number: 1,
        period_from: "2024-06-01",
        period_to: "2024-06-30",
        financial_year: 2024,
        amount_pence: 100,
        evidence: "The ledger report",
        recorded_at: NOW,
        recorded_by,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** Puts an award on hold. */
export async function addHold(db: Database, award_id: number): Promise<void> {
  const hold = { held_from: "2026-11-01", reason: "The funder reviews the scheme", recorded_at: NOW };
  await db.write((trx) =>
    trx
      .insertInto("award_hold")
      .values({ ...hold, award_id })
      .execute(),
  );
}

/** Closes an award. */
export async function addClosure(db: Database, award_id: number): Promise<void> {
  const closure = {
    closed_on: "2026-11-01",
    evaluation: "In the annual report",
    evidence_until: "2033-03-31",
  };
  await db.write((trx) =>
    trx
      .insertInto("award_closure")
      .values({ ...closure, award_id, closed_at: NOW })
      .execute(),
  );
}

/** When claims on the foreign award are due: for one a claim was submitted, one is open. */
export async function addForeignSchedule(add: Add, id: number, saved_by: number): Promise<void> {
  const plan = { award_id: id, rhythm: "once", payment: "results", due_days: null, version: 1, saved_by };
  await add("claim_schedule", plan);
  await add("claim_due", { id, award_id: id, claim_id: id });
  await add("claim_due", { award_id: id, period_from: "2091-07-18", claim_id: null });
}

/** What is expected of the foreign award, what may be carried over of it, and how much of it is passed on. */
export async function addForeignForecast(add: Add, award_id: number, saved_by: number): Promise<void> {
  await add("spend_forecast", { award_id, financial_year: 2091, version: 1, saved_by });
  await add("carry_over", { id: award_id, award_id, from_year: 2090, to_year: 2091, recorded_by: saved_by });
  await add("over_allocation", { award_id, percentage: 110, version: 1, saved_by });
}

/** What was repaid of the foreign award, and that it was closed and reopened. */
export async function addForeignClosure(add: Add, id: number, person: number): Promise<void> {
  await add("repayment", { id, award_id: id, reverses_id: null, recorded_by: person });
  const people = { closed_by: person, reopened_by: person };
  await add("award_closure", { id, award_id: id, ...people });
  await add("award_hold", { id, award_id: id, attachment_id: null, recorded_by: person, lifted_by: person });
}

/** What was spent of the foreign award, and a correction of it. */
export async function addForeignSpend(add: Add, id: number, recorded_by: number): Promise<void> {
  const same = { award_id: id, financial_year: 2091, stream: "revenue", project_id: id, recorded_by };
  await add("spend", { id, number: 1, ...same, corrects_id: null });
  await add("spend", { number: 2, ...same, corrects_id: id });
}

/** What of the foreign claim counts for another year since a version of its award. */
export async function addForeignCarried(db: Database, id: number, version_id: number): Promise<void> {
  const carried = { claim_id: id, version_id, seq: 1, effective_on: "2024-04-01", project_id: id };
  const years = { financial_year: 2024, other_year: 2025, stream: "revenue" as const, amount_pence: 1 };
  await db.write((trx) =>
    trx
      .insertInto("claim_carried")
      .values({ ...carried, ...years })
      .execute(),
  );
}
