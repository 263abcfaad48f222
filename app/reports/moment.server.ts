import { positionAtEndOf } from "#app/audit/index.server.ts";
import type { Moment } from "#app/awards/index.server.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { AskedMoment } from "./funding-secured.ts";

/** The moment of a report: what held at the end of a day, as it was known at the end of another. */
export type ReportMoment = Moment & {
  knownAt: IsoDay;
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
    return { asAt, position: asked.position, knownAt: asked.knownAt ?? context.today, isNow: false };
  }
  if (asked.knownAt !== null && asked.knownAt < context.today) {
    const position = await positionAtEndOf(context, asked.knownAt);
    return { asAt, position, knownAt: asked.knownAt, isNow: false };
  }
  const head = await context.db.read.selectFrom("audit_head").select("seq").executeTakeFirstOrThrow();
  return { asAt, position: head.seq, knownAt: context.today, isNow: asAt === context.today };
}
