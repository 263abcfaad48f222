import { listOnwardGrants } from "#app/awards/index.server.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import { moneyOfAward } from "../spend/money-of-award.queries.server.ts";
import type { ClosureFacts } from "./closure.rules.ts";
import type { Closure } from "./closure.ts";

const closureRows = keepQuery((reader, awardId: number) =>
  reader
    .selectFrom("award_closure")
    .leftJoin("person as closer", "closer.id", "award_closure.closed_by")
    .leftJoin("person as opener", "opener.id", "award_closure.reopened_by")
    .select(["award_closure.id", "closed_on as closedOn", "evaluation", "evidence_until as evidenceUntil"])
    .select(["note", "closer.name as closedBy", "reopened_on as reopenedOn"])
    .select(["reopened_because as reopenedBecause", "opener.name as reopenedBy"])
    .where("award_id", "=", awardId)
    .orderBy("award_closure.id", "desc"),
);

/** When an award was closed and reopened, the latest first. Call with an award in scope. */
export function listClosures(reader: Reader | Writer, awardId: number): Promise<Closure[]> {
  return closureRows(reader, awardId);
}

/** What the register says of an award that is to be closed. Call with an award in scope. */
export async function closureFacts(
  context: Context,
  awardId: number,
  reader: Reader | Writer = context.db.read,
): Promise<ClosureFacts> {
  const returns = await reader
    .selectFrom("award_return")
    .select(["submitted_on", "waived_because"])
    .where("award_id", "=", awardId)
    .execute();
  const conditions = await reader
    .selectFrom("award_condition")
    .select((e) => e.fn.countAll<number>().as("count"))
    .where("award_id", "=", awardId)
    .where("met_on", "is", null)
    .where("waived_because", "is", null)
    .executeTakeFirstOrThrow();
  const claims = await reader
    .selectFrom("claim")
    .select((e) => e.fn.countAll<number>().as("count"))
    .where("award_id", "=", awardId)
    .where("status", "not in", ["paid", "withdrawn"])
    // What only a document tells of cannot be settled here.
    .where("source_document_id", "is", null)
    .executeTakeFirstOrThrow();
  const draft = await reader
    .selectFrom("award_draft")
    .select("award_id")
    .where("award_id", "=", awardId)
    .executeTakeFirst();
  const grants = await listOnwardGrants(reader, awardId);
  const { dueAtClosure, years } = await moneyOfAward(context, awardId, reader);
  return {
    plannedReturns: returns.length,
    openReturns: returns.filter((one) => one.submitted_on === null && one.waived_because === null).length,
    openConditions: Number(conditions.count),
    openClaims: Number(claims.count),
    hasDraft: draft !== undefined,
    due: dueAtClosure,
    unclaimed: years.flatMap(({ financialYear, awardedPence, claimedPence }) => {
      const isOver = financialYear !== null && financialYear < financialYearOf(context.today);
      const pence = Math.max(0, awardedPence - claimedPence);
      return isOver || pence === 0 ? [] : [{ financialYear, pence }];
    }),
    unpaidGrants: grants.flatMap(({ recipient, amountPence, paidPence, returnedPence, cancelledOn }) => {
      const pence = (amountPence ?? paidPence) - paidPence;
      return cancelledOn !== null || returnedPence > 0 || pence <= 0 ? [] : [{ recipient, pence }];
    }),
  };
}
