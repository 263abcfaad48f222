import { firstDayOf, type IsoDay } from "#app/core/calendar-date.ts";
import type { Reader, Writer } from "#db/open.server.ts";

/**
 * The earliest day that is recorded of an award: offered, decided, given or delivered from; null where none is. A version
 * that counts from the day of its recording says nothing of it.
 */
export async function awardBeganOn(reader: Reader | Writer, awardId: number): Promise<IsoDay | null> {
  const award = await reader
    .selectFrom("award")
    .leftJoin("award_terms", "award_terms.award_id", "award.id")
    .select(["delivery_from", "offered_on"])
    .where("award.id", "=", awardId)
    .executeTakeFirst();
  const versions = await reader
    .selectFrom("award_version")
    .select(["effective_on", "effective_basis", "decided_on"])
    .where("award_id", "=", awardId)
    .where("sealed_at", "is not", null)
    .execute();
  const dates = [
    award?.delivery_from,
    award?.offered_on,
    ...versions.map(({ decided_on }) => decided_on),
    ...versions.flatMap(({ effective_basis, effective_on }) =>
      effective_basis === "recorded" ? [] : effective_on,
    ),
  ];
  return dates.flatMap((date) => (date ? firstDayOf(date) : [])).sort()[0] ?? null;
}
