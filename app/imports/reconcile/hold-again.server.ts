import { ukDayOf } from "#app/core/calendar-date.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { parseList } from "./funder-list.rules.ts";
import { keepMatch, matchWithAwards } from "./match-list.server.ts";
import { getReconciliation } from "./reconciliations.queries.server.ts";
import { insertTaken } from "./take-list.server.ts";

/**
 * Takes a list once more as it was sent, and holds it by the same columns against the awards as they are known now: after
 * corrections. A day before the one on which it was taken stays, of both that were asked for. @returns the new one's number. @throws NotFoundError, ForbiddenError.
 */
export async function holdListAgain(context: Context, id: number): Promise<Result<{ id: number }>> {
  const taken = await getReconciliation(context, id);
  requirePermission(context, "list.reconcile", [taken.partnershipId]);
  if (taken.columns === null) return fail({ form: "Choose the columns of the list first" });
  const { list_text, taken_at, ...row } = await context.db.read
    .selectFrom("reconciliation")
    .select(["partnership_id", "funder_id", "fund_id", "title", "as_at", "recipient_words", "list_rows"])
    .select(["fingerprint", "list_text", "taken_at", "known_on"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const list = parseList(list_text);
  if (!list.ok) return fail({ form: list.errors.list ?? "The list cannot be read" });
  const isEarlier = (day: string) => day < ukDayOf(taken_at);
  const asAt = isEarlier(row.as_at) ? row.as_at : context.today;
  const knownAt = row.known_on !== null && isEarlier(row.known_on) ? row.known_on : null;
  const match = await matchWithAwards(context, { ...taken, asAt, knownAt }, list.value, taken.columns);
  return context.db.write(async (trx) => {
    const again = await insertTaken(trx, context, { ...row, as_at: asAt, known_on: knownAt }, list_text);
    await keepMatch(trx, context, again, match);
    return succeed({ id: again });
  });
}
