import { positionAtEndOf } from "#app/audit/index.server.ts";
import type { Moment } from "#app/awards/index.server.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { AskedMoment } from "./funding-secured.ts";

/** The moment of a report: what held at the end of a day, as it was known at the end of another. */
export type ReportMoment = Moment & {
  knownAt: IsoDay;
  /** Up to which position what stands beside the ledger is read; null where all that is known now counts. */
  knownTo: number | null;
  /** As at today and as known now, which the running summaries answer. */
  isNow: boolean;
};

/**
 * Works out the moment that is asked for; today and now where nothing is. What will be known tomorrow is not known:
 * a day after today means now. The position is fixed here, so that a report made while others write is of one piece.
 */
export async function momentOf(context: Context, asked: AskedMoment): Promise<ReportMoment> {
  const asAt = asked.asAt ?? context.today;
  if (asked.position !== undefined) {
    const { position } = asked;
    return { asAt, position, knownTo: position, knownAt: asked.knownAt ?? context.today, isNow: false };
  }
  if (asked.knownAt !== null && asked.knownAt < context.today) {
    const position = await positionAtEndOf(context, asked.knownAt);
    return { asAt, position, knownTo: position, knownAt: asked.knownAt, isNow: false };
  }
  const head = await context.db.read.selectFrom("audit_head").select("seq").executeTakeFirstOrThrow();
  const isNow = asAt === context.today;
  return { asAt, position: head.seq, knownTo: null, knownAt: context.today, isNow };
}
