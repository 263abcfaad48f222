import { addDays, endOfUkDay, ukDayOf } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";

/** What happened longer ago is read in the histories of the records, not here. */
export const DAYS_AT_MOST = 28;

const SIGN_INS = ["sign in", "sign in to demo"];

/**
 * When the actor was last here: the last time that they signed in on a day before the one on which their present session
 * began. Whoever signs in again after lunch still sees what came overnight. Null where there was no such day.
 */
export async function findLastVisit(context: Context): Promise<string | null> {
  const { actor, db } = context;
  if (actor.kind !== "person") return null;
  const row = await db.read
    .selectFrom("audit_entry")
    .select("at")
    .where("record_type", "=", "person")
    .where("record_id", "=", String(actor.id))
    .where("action", "in", SIGN_INS)
    .where("at", "<", startOfVisit(context))
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** From which instant on changes are shown: since the last visit, and never from longer ago than four weeks. */
export function shownSince({ today }: Pick<Context, "today">, lastVisit: string | null): string {
  const earliest = endOfUkDay(addDays(today, -DAYS_AT_MOST - 1));
  return lastVisit !== null && lastVisit > earliest ? lastVisit : earliest;
}

/** The first instant of the day on which the present session began. */
function startOfVisit({ actor, now }: Context): string {
  const began = actor.kind === "person" ? (actor.signedInAt ?? now()) : now();
  return endOfUkDay(addDays(ukDayOf(began), -1));
}
