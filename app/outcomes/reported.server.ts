import { findReported } from "#app/awards/index.server.ts";
import type { PartialDate } from "#app/core/calendar-date.ts";
import type { FieldErrors } from "#app/core/result.ts";
import type { Writer } from "#db/open.server.ts";
import { endOf } from "./reading-order.rules.ts";

const SENT = "A return for this period was sent to the funder: enter in the note why this is recorded now";
const UNDATED =
  "A return of the project was sent to the funder: enter when the period ends, or why this is recorded now";

type Period = { period: string | null; periodTo: PartialDate | null };

/**
 * Why readings need a reason, by field: the period of one was reported to a funder that pays the project of a measure, by its
 * dates or, without them, by its words. Where neither says when it ended, any return that was sent may have reported it.
 * None where no reason is needed.
 */
export async function refusalOfReported(
  trx: Writer,
  projectId: number | null,
  ...periods: readonly Period[]
): Promise<FieldErrors> {
  if (projectId === null) return {};
  for (const period of periods) {
    const end = endOf(period);
    const days = end === null ? null : { from: end, to: end };
    if ((await findReported(trx, { projectId }, days)) === null) continue;
    return end === null ? { periodTo: UNDATED, note: UNDATED } : { note: SENT };
  }
  return {};
}
