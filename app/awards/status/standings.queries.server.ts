import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import { keepQuery } from "#db/kept-queries.ts";
import { listConditions } from "../conditions/conditions.queries.server.ts";
import { inForceOn } from "../ledger/in-force.server.ts";
import { repaymentsDue } from "../repayment-due/repayment-due.server.ts";
import { listReturns } from "../returns/returns.queries.server.ts";
import { type Standing, standingOfAward } from "./award-status.rules.ts";

const claimDueRows = keepQuery((reader, awardIds: readonly number[]) =>
  reader
    .selectFrom("claim_due")
    .select(["award_id as awardId", "period_from as periodFrom", "period_to as periodTo", "due_on as dueOn"])
    .where("award_id", "in", awardIds)
    .where("claim_id", "is", null)
    .orderBy("due_on"),
);

/** What these awards owe their funders. Call with awards in scope, a page of them at most. */
export async function listDutiesOf(context: Context, awardIds: readonly number[]) {
  return {
    claimsDue: await claimDueRows(context.db.read, [0, ...awardIds]),
    conditions: await listConditions(context, awardIds),
    returns: await listReturns(context.db.read, awardIds),
  };
}

const awardRows = keepQuery((reader, { awardIds, today }: { awardIds: readonly number[]; today: IsoDay }) =>
  reader
    .selectFrom("award")
    .leftJoin("award_terms", "award_terms.award_id", "award.id")
    .leftJoin("award_version as version", (join) =>
      join.on((e) => e("version.id", "=", inForceOn(today, e.ref("award.id")))),
    )
    .leftJoin("award_closure", (join) =>
      join.onRef("award_closure.award_id", "=", "award.id").on("award_closure.reopened_on", "is", null),
    )
    .leftJoin("award_hold", (join) =>
      join.onRef("award_hold.award_id", "=", "award.id").on("award_hold.lifted_on", "is", null),
    )
    .select(["held_from", "award_hold.reason as held_because"])
    .select(["award.id", "closed_on", "delivery_to", "offered_on", "accepted_on", "version.kind"])
    .where("award.id", "in", awardIds),
);

const agreementRows = keepQuery((reader, awardIds: readonly number[]) =>
  reader
    .selectFrom("award_agreement")
    .select(["award_id as awardId", "financial_year as financialYear", "signed_on as signedOn"])
    .where("award_id", "in", awardIds),
);

/** Where each of these awards stands today. Call with awards in scope, a page of them at most, and what they owe. */
export async function standingsOfAwards(
  context: Context,
  awardIds: readonly number[],
  { claimsDue, conditions, returns }: Awaited<ReturnType<typeof listDutiesOf>>,
): Promise<Map<number, Standing>> {
  if (awardIds.length === 0) return new Map();
  const awards = await awardRows(context.db.read, { awardIds, today: context.today });
  const agreements = await agreementRows(context.db.read, awardIds);
  const repayments = await repaymentsDue(context.db.read, awardIds, context.today);
  return new Map(
    awards.map((award) => {
      const facts = {
        offeredOn: award.offered_on,
        acceptedOn: award.accepted_on,
        deliveryTo: award.delivery_to,
        agreements: agreements.filter((one) => one.awardId === award.id),
        conditions: conditions.filter((one) => one.awardId === award.id),
        returns: returns.filter((one) => one.awardId === award.id),
        claimsDue: claimsDue.filter((one) => one.awardId === award.id),
        repaymentDue: repayments.get(award.id) ?? null,
        isVoid: award.kind === "void",
        closedOn: award.closed_on,
        hold:
          award.held_from === null || award.held_because === null
            ? null
            : { heldFrom: award.held_from, reason: award.held_because },
      };
      return [award.id, standingOfAward(facts, context.today)];
    }),
  );
}
