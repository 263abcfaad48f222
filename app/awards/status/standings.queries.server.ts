import type { Context } from "#app/platform/context.server.ts";
import { listConditions } from "../conditions/conditions.queries.server.ts";
import { inForceOn } from "../ledger/in-force.server.ts";
import { listReturns } from "../returns/returns.queries.server.ts";
import { type Standing, standingOfAward } from "./award-status.rules.ts";

/** What these awards owe their funders. Call with awards in scope, a page of them at most. */
export async function listDutiesOf(context: Context, awardIds: readonly number[]) {
  return {
    conditions: await listConditions(context, awardIds),
    returns: await listReturns(context.db.read, awardIds),
  };
}

/** Where each of these awards stands today. Call with awards in scope, a page of them at most, and what they owe. */
export async function standingsOfAwards(
  context: Context,
  awardIds: readonly number[],
  { conditions, returns }: Awaited<ReturnType<typeof listDutiesOf>>,
): Promise<Map<number, Standing>> {
  if (awardIds.length === 0) return new Map();
  const awards = await context.db.read
    .selectFrom("award")
    .leftJoin("award_terms", "award_terms.award_id", "award.id")
    .leftJoin("award_version as version", (join) =>
      join.on((e) => e("version.id", "=", inForceOn(context.today, e.ref("award.id")))),
    )
    .leftJoin("award_closure", (join) =>
      join.onRef("award_closure.award_id", "=", "award.id").on("award_closure.reopened_on", "is", null),
    )
    .select([
      "award.id",
      "closed_on",
      "delivery_to",
      "offered_on",
      "accepted_on",
      "version.kind",
      "version.amount_pence",
    ])
    .where("award.id", "in", [...awardIds])
    .execute();
  const agreements = await context.db.read
    .selectFrom("award_agreement")
    .select(["award_id as awardId", "financial_year as financialYear", "signed_on as signedOn"])
    .where("award_id", "in", [...awardIds])
    .execute();
  const claimed = await context.db.read
    .selectFrom("claim")
    .select((e) => ["award_id", e.cast<number>(e.fn.sum("claimed_pence"), "bigint").as("pence")])
    .where("award_id", "in", [...awardIds])
    .where("status", "<>", "withdrawn")
    .groupBy("award_id")
    .execute();
  const repaid = await context.db.read
    .selectFrom("repayment")
    .select((e) => ["award_id", e.cast<number>(e.fn.sum("amount_pence"), "bigint").as("pence")])
    .where("award_id", "in", [...awardIds])
    .groupBy("award_id")
    .execute();
  const repaidOf = new Map(repaid.map((row) => [row.award_id, row.pence]));
  const claimedOf = new Map(claimed.map((row) => [row.award_id, row.pence]));
  return new Map(
    awards.map((award) => {
      const claimedPence = claimedOf.get(award.id);
      const facts = {
        offeredOn: award.offered_on,
        acceptedOn: award.accepted_on,
        deliveryTo: award.delivery_to,
        agreements: agreements.filter((one) => one.awardId === award.id),
        conditions: conditions.filter((one) => one.awardId === award.id),
        returns: returns.filter((one) => one.awardId === award.id),
        repaymentDuePence:
          claimedPence === undefined || award.amount_pence === null
            ? null
            : claimedPence - award.amount_pence - (repaidOf.get(award.id) ?? 0),
        isVoid: award.kind === "void",
        closedOn: award.closed_on,
      };
      return [award.id, standingOfAward(facts, context.today)];
    }),
  );
}
