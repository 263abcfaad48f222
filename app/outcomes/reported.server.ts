import { wasReported } from "#app/awards/index.server.ts";
import { lastDayOf, type PartialDate } from "#app/core/calendar-date.ts";
import type { Writer } from "#db/open.server.ts";

export const LOCKED =
  "A return for this period was sent to the funder: enter in the note why this is recorded now";

/** True where one of these periods, by their ends, was reported to a funder that pays the project of a measure. */
export async function isLocked(
  trx: Writer,
  projectId: number | null,
  ...ends: (PartialDate | null)[]
): Promise<boolean> {
  if (projectId === null) return false;
  for (const end of ends) {
    if (end !== null && (await wasReported(trx, { projectId }, lastDayOf(end)))) return true;
  }
  return false;
}
