import { type RawBuilder, sql } from "kysely";
import type { Reader, Writer } from "#db/open.server.ts";
import type { CountedAward } from "./overlap.rules.ts";

/**
 * What each of these awards counts for, and whose it is; nothing of one without postings that count. Partnerships that only
 * record an award share it where nobody else does.
 * @param counts which postings count, of a query that has `posting`. @param amount of each: by default without what is
 *   passed on to other awards
 */
export async function countedAwards(
  reader: Reader | Writer,
  awardIds: readonly number[],
  counts: RawBuilder<unknown>,
  amount: RawBuilder<unknown> = sql`posting.gross_pence - posting.passed_on_pence`,
): Promise<Map<number, CountedAward>> {
  if (awardIds.length === 0) return new Map();
  const { rows } = await sql<{ award_id: number; partnership_id: number | null; pence: number }>`
    select posting.award_id, posting.partnership_id, cast(sum(${amount}) as bigint) as pence
    from posting where posting.award_id in (${sql.join(awardIds)}) and ${counts}
    group by posting.award_id, posting.partnership_id`.execute(reader);
  const shares = await reader
    .selectFrom("award_partnership")
    .select(["award_id", "partnership_id", "part"])
    .where("award_id", "in", [...awardIds])
    .execute();
  return new Map(
    [...new Set(rows.map((row) => row.award_id))].map((id) => {
      const own = shares.filter(({ award_id }) => award_id === id);
      const sharing = own.filter(({ part }) => part !== "recorder");
      return [
        id,
        {
          byPartnership: new Map(
            rows.filter((row) => row.award_id === id).map((row) => [row.partnership_id, row.pence]),
          ),
          partnershipIds: (sharing.length > 0 ? sharing : own).map(({ partnership_id }) => partnership_id),
        },
      ];
    }),
  );
}
