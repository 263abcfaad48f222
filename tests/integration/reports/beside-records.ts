import { keepRequested } from "#app/bids/figures-then/figures-before.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Database } from "#db/open.server.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";

/** When the records below were made. */
export const RECORDED_AT = "2026-11-21T08:00:00.000Z";

/** A bid for £150 with £20 in cash and £30 in kind beside it. */
export async function bidWithMatch(db: Database, partnershipId: number, reference = "B-1"): Promise<number> {
  return db.write(async (trx) => {
    const { id } = await trx
      .insertInto("bid")
      .values({
        ...({ reference, title: "Lights", status: "awarded", created_at: RECORDED_AT } as const),
        ...({
          recorded_by_partnership_id: partnershipId,
          requested_pence: 15_000,
          requested_basis: "exact",
        } as const),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx
      .insertInto("bid_partnership")
      .values({ bid_id: id, partnership_id: partnershipId, part: "lead" })
      .execute();
    const giver = await trx
      .insertInto("organisation")
      .values({ name: `Giver of ${reference}` })
      .returning("id")
      .executeTakeFirstOrThrow();
    const match = { bid_id: id, organisation_id: giver.id, standing: "pledged" as const };
    await trx
      .insertInto("bid_match")
      .values([
        { ...match, position: 1, form: "cash", amount_pence: 2_000 },
        { ...match, position: 2, form: "in_kind", amount_pence: 3_000 },
      ])
      .execute();
    return id;
  });
}

/** It requests £10 more, and each of its match is £1 more, from an instant on. */
export async function bidSaysMore(db: Database, bidId: number, at: string): Promise<void> {
  await db.write(async (trx) => {
    const bid = trx.selectFrom("bid").select(["requested_pence", "requested_basis"]).where("id", "=", bidId);
    const before = await bid.executeTakeFirstOrThrow();
    const after = { ...before, requested_pence: (before.requested_pence ?? 0) + 1_000 };
    await trx.updateTable("bid").set(after).where("id", "=", bidId).execute();
    await keepRequested(trx, bidId, { before, after, at });
    await trx
      .updateTable("bid_match")
      .set((e) => ({ amount_pence: e("amount_pence", "+", 100) }))
      .where("bid_id", "=", bidId)
      .execute();
  });
}

/** What was spent in a period. Pence. */
export async function spend(
  db: Database,
  award_id: number,
  period_from: string,
  period_to: string,
  financial_year: number,
  amount_pence: number,
) {
  const row = {
    award_id,
    period_from,
    period_to,
    financial_year,
    amount_pence,
    evidence: "Ledger",
    recorded_at: RECORDED_AT,
  };
  await db.write(async (trx) => {
    const before = await trx.selectFrom("spend").select("id").where("award_id", "=", award_id).execute();
    await trx
      .insertInto("spend")
      .values({ ...row, number: before.length + 1 })
      .execute();
  });
}

/** A claim by years, a draft where it was never sent, and what came for it. Pence. */
export async function claim(
  db: Database,
  awardId: number,
  submittedOn: string | null,
  lines: [number, number][],
  received: number,
) {
  const claimed = lines.reduce((sum, [, pence]) => sum + pence, 0);
  await db.write(async (trx) => {
    const before = await trx.selectFrom("claim").select("id").where("award_id", "=", awardId).execute();
    const { id } = await trx
      .insertInto("claim")
      .values({
        award_id: awardId,
        number: before.length + 1,
        period_from: "2024-04-01",
        period_to: "2024-06-30",
        payment: "arrears",
        status: submittedOn === null ? "draft" : "submitted",
        claimed_pence: claimed,
        submitted_on: submittedOn,
        signed_at: submittedOn === null ? null : RECORDED_AT,
        recorded_at: RECORDED_AT,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const rows = lines.map(([financial_year, amount_pence], index) => ({
      claim_id: id,
      position: index + 1,
      financial_year,
      amount_pence,
    }));
    await trx.insertInto("claim_line").values(rows).execute();
    if (received > 0) {
      const receipt = {
        claim_id: id,
        received_on: "2025-12-01",
        amount_pence: received,
        recorded_at: RECORDED_AT,
      };
      await trx.insertInto("claim_receipt").values(receipt).execute();
    }
  });
}

/**
 * An award of £100 over two years, of a bid for £150 with £20 in cash and £30 in kind beside it, and claims on it; and one of
 * £80 that its partnership shares with another.
 */
export async function oneAloneOneJoint(db: Database, operator: Context) {
  const partnershipId = await make.createPartnership(db, "Aldham");
  const other = await make.createPartnership(db, "Bere");
  const fundId = await make.createFund(db, await make.createFunder(db));
  const bidId = await bidWithMatch(db, partnershipId);
  const alone = await make.createAward(db, [partnershipId], { lead: true, bidId });
  const inYear = (financialYear: number, amountPence: number) =>
    line({ partnershipId, financialYear, amountPence });
  await seal(operator, alone, {
    amountPence: 10_000,
    fundId,
    lines: [inYear(2024, 6_000), inYear(2025, 4_000)],
  });
  const joint = await make.createAward(db, [partnershipId, other]);
  await seal(operator, joint, { amountPence: 8_000, fundId, lines: [inYear(2024, 5_000)] });
  await claim(db, alone, "2024-10-01", [[2024, 2_500]], 2_000);
  await claim(
    db,
    alone,
    "2025-10-01",
    [
      [2024, 500],
      [2025, 1_000],
    ],
    1_500,
  );
  await claim(db, alone, null, [[2025, 700]], 0);
  await claim(db, joint, "2024-11-01", [[2024, 900]], 0);
  await spend(db, alone, "2024-04-01", "2024-06-30", 2024, 2_200);
  await spend(db, alone, "2025-04-01", "2025-06-30", 2025, 800);
  await spend(db, joint, "2024-04-01", "2024-06-30", 2024, 300);
  return { partnershipId };
}
