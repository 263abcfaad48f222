import { sql } from "kysely";
import { formatPounds } from "#app/core/money.ts";
import type { Context } from "#app/platform/context.server.ts";

type Found = { reference: string; number: number; left: number; differs: number };

/**
 * Proves what was spent: a correction is of an entry, in the same period, stream and project, and leaves nothing below £0.
 * @returns what is wrong, in words, by the award's reference; empty where nothing is.
 */
export async function verifySpend({ db }: Context): Promise<string[]> {
  const { rows } = await sql<Found>`
    select award.reference, entry.number,
      cast(entry.amount_pence + sum(correction.amount_pence) as bigint) as "left",
      cast(sum(case when entry.corrects_id is null and correction.period_from = entry.period_from
        and correction.period_to = entry.period_to and coalesce(correction.stream, '') = coalesce(entry.stream, '')
        and coalesce(correction.project_id, 0) = coalesce(entry.project_id, 0) then 0 else 1 end) as bigint) as differs
    from spend as correction join spend as entry on entry.id = correction.corrects_id
    join award on award.id = entry.award_id
    group by award.reference, entry.id, entry.number, entry.amount_pence
    order by award.reference, entry.number`.execute(db.read);
  return rows.flatMap(({ reference, number, left, differs }) => [
    ...(left < 0
      ? [`Award ${reference}, spend ${number}: its corrections leave ${formatPounds(left, "always")}`]
      : []),
    ...(differs > 0
      ? [`Award ${reference}, spend ${number}: a correction is of another period, stream or project`]
      : []),
  ]);
}
