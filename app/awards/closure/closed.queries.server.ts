import { formatDate, type IsoDay } from "#app/core/calendar-date.ts";
import { type Context, may } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
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

/**
 * Nobody fills in a form of an award that takes nothing more: who opens one is told so, and how to go on. Call with an award
 * in scope. @throws ForbiddenError where it is closed
 */
export async function requireOpenAward({ db, actor }: Context, awardId: number): Promise<void> {
  const day = await closedOn(db.read, awardId);
  if (day === null) return;
  const closed = `This award was closed on ${formatDate(day)}: nothing more is recorded of it.`;
  throw may(actor, "award.seal")
    ? new ForbiddenError("award.draft", `${closed} To go on, reopen it and say why.`, {
        href: `/awards/${awardId}/reopen`,
        text: "Reopen the award",
      })
    : new ForbiddenError("award.draft", `${closed} To go on, ask a manager or finance to reopen it.`, {
        href: `/awards/${awardId}`,
        text: "Go to the award",
      });
}
