import { formatDate, type IsoDay } from "#app/core/calendar-date.ts";
import type { Reader, Writer } from "#db/open.server.ts";

/** The day on which an award was closed; null while it is open. Call with an award in scope. */
export async function closedOn(reader: Reader | Writer, awardId: number): Promise<IsoDay | null> {
  const closure = await reader
    .selectFrom("award_closure")
    .select("closed_on")
    .where("award_id", "=", awardId)
    .where("reopened_on", "is", null)
    .executeTakeFirst();
  return closure?.closed_on ?? null;
}

/**
 * Why nothing can be recorded of an award that is closed; null while it is open. Ask within the transaction that has the
 * award locked.
 */
export async function refusalOfClosed(reader: Reader | Writer, awardId: number): Promise<string | null> {
  const day = await closedOn(reader, awardId);
  return day === null ? null : `The award was closed on ${formatDate(day)}: reopen it first`;
}
