import { firstDayOf, formatDate } from "#app/core/calendar-date.ts";
import { type FieldErrors, fail, type Result, succeed } from "#app/core/result.ts";
import { ukLocalTime } from "#app/funds/index.ts";
import type { Actor, Context } from "#app/platform/context.server.ts";
import { ForbiddenError, StaleError } from "#app/platform/errors.ts";
import type { Writer } from "#db/open.server.ts";
import { missingForSubmission, writablePartnerships } from "./bid.rules.ts";
import {
  actionsFor,
  BID_ACTIONS,
  BID_RULES,
  type BidAction,
  type BidPerson,
  type BidStatus,
  mayTake,
  nextStatus,
} from "./bid.status.ts";
import type { Bid } from "./bid.ts";
import { addEvent } from "./bid-history.server.ts";
import { BID_STATUS_TAGS, reasonMissing } from "./bid-words.ts";
import { followClarification } from "./clarifications/follow-clarification.server.ts";
import { refusalOfSending } from "./round-check/refuse-sent-on.server.ts";
import { refusalOfWithdrawn } from "./round-check/refuse-withdrawn.server.ts";
import { followMove } from "./sign-off/follow-move.server.ts";
import { findSignedAt, hasChangedSinceAsked } from "./sign-off/sign-off.queries.server.ts";
import { CHANGED_SINCE_ASKED, WROTE_IT } from "./sign-off/sign-off-words.ts";
import { keepSubmission } from "./submission/keep-submission.server.ts";
import { type Channel, refusalOfTime, sentBeforeSignedOff } from "./submission/submission.ts";

/** What the person answered to what the action asks for. */
export type MoveAnswers = {
  /** ISO day; today where it is left out. */
  happenedOn?: string | null;
  reason?: string | null;
  reference?: string | null;
  /** How it was sent: UK local time 17:00, by whom, through what. */
  sentTime?: string | null;
  sentBy?: string | null;
  channel?: Channel | null;
  /** By when the funder wants its question answered. */
  dueOn?: string | null;
  /** The person says that the requested amount is not yet known. */
  amountNotKnown?: boolean;
};

/**
 * Moves a bid by the status table, inside a transaction of the caller, who writes the audit entry.
 * Checks everything itself: who may, from which status, what is asked for, and that nobody was quicker.
 * @param bid as `getBid` read it, before the transaction.
 * @returns the new status and version, or messages by field (`happenedOn`, `sentTime`, `reason`, `reference`, `form`).
 * @throws ForbiddenError where the actor may not. @throws StaleError where the bid changed since it was read.
 */
export async function moveBid(
  trx: Writer,
  context: Context,
  bid: Bid,
  action: BidAction,
  answers: MoveAnswers,
): Promise<Result<{ from: BidStatus; to: BidStatus; version: number }>> {
  if (!mayMove(context.actor, bid, action)) throw forbiddenMove(context.actor, bid, action);
  const to = nextStatus(bid, action);
  if (to === null) {
    if (action === "submit" && bid.status === "draft") {
      return fail({ form: "This bid is submitted once it is signed off as it stands. Ask for sign-off" });
    }
    return fail({
      form: `This bid is “${BID_STATUS_TAGS[bid.status].text}”, so this cannot be recorded now`,
    });
  }
  const errors = problemsWith(context, bid, action, answers);
  if (Object.keys(errors).length > 0) return fail(errors);
  if (BID_RULES[action].needsComplete || action === "sign_off") {
    const refusal = await refusalOfWithdrawn(trx, context, bid, answers.happenedOn ?? context.today);
    if (refusal !== null) return fail({ form: refusal });
    const early = answers.happenedOn ? await refusalOfSending(trx, bid, answers.happenedOn) : null;
    if (early !== null) return fail({ happenedOn: early });
  }
  if (action === "sign_off" && (await hasChangedSinceAsked(trx, context, bid.id))) {
    return fail({ form: CHANGED_SINCE_ASKED });
  }
  const changed = await trx
    .updateTable("bid")
    .set({ status: to, version: bid.version + 1, ...datesAfter(context, bid, action, to, answers) })
    .where("id", "=", bid.id)
    .where("version", "=", bid.version)
    .where("status", "=", bid.status)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new StaleError();
  await addEvent(trx, context, bid.id, {
    action,
    from: bid.status,
    to,
    happenedOn: answers.happenedOn,
    reason: answers.reason ?? (await remarksOn(trx, context, bid, action, answers)),
    reference: answers.reference,
  });
  await followMove(trx, context, bid, action, answers.reason ?? null);
  await followClarification(trx, context, bid.id, action, answers);
  if (action === "submit" || action === "sign_off") await keepSubmission(trx, context, bid, answers);
  return succeed({ from: bid.status, to, version: bid.version + 1 });
}

/** What the history says of a submission without being asked: that no amount is known, or that it was before its sign-off. */
async function remarksOn(
  trx: Writer,
  context: Context,
  { id }: Bid,
  action: BidAction,
  { amountNotKnown, happenedOn }: MoveAnswers,
): Promise<string | null> {
  const isSent = happenedOn && (action === "submit" || action === "sign_off");
  const signedAt = action === "sign_off" ? context.now() : isSent ? await findSignedAt(trx, id) : null;
  const remarks = [
    amountNotKnown ? "The requested amount is not yet known" : null,
    isSent ? sentBeforeSignedOff(happenedOn, signedAt) : null,
  ].filter((remark) => remark !== null);
  return remarks.length === 0 ? null : remarks.join(". ");
}

/** True where the actor may take the action on this bid, whatever its status. */
export function mayMove(
  actor: Actor,
  bid: Pick<Bid, "partnerships" | "writerIds" | "createdBy" | "signing">,
  action: BidAction,
): boolean {
  return actor.kind === "operator" || mayTake(action, personOn(actor, bid));
}

/** What is thrown where the actor may not take the action; it says so where the reason is that they wrote the bid. */
export function forbiddenMove(
  actor: Actor,
  bid: Parameters<typeof mayMove>[1],
  action: BidAction,
): ForbiddenError {
  const person = personOn(actor, bid);
  const because = person.wroteIt && mayTake(action, { ...person, wroteIt: false }) ? WROTE_IT : undefined;
  return new ForbiddenError(BID_RULES[action].permission, because);
}

/** The actions that the actor may take on this bid now. */
export function actionsNow(actor: Actor, bid: Bid): BidAction[] {
  if (actor.kind === "operator") return BID_ACTIONS.filter((action) => nextStatus(bid, action) !== null);
  return actionsFor(bid, personOn(actor, bid));
}

/** The roles of a person in the partnerships whose people write this bid, and whether they wrote it. */
function personOn(
  actor: Actor,
  bid: Pick<Bid, "partnerships" | "writerIds" | "createdBy" | "signing">,
): BidPerson {
  if (actor.kind !== "person") return { roles: [], wroteIt: false };
  const roles = writablePartnerships(bid).map((id) => actor.roles.get(id));
  return {
    roles: roles.filter((role) => role !== undefined),
    wroteIt: bid.createdBy === actor.id || bid.writerIds.includes(actor.id),
    signs: bid.signing.signs,
  };
}

function problemsWith(context: Context, bid: Bid, action: BidAction, answers: MoveAnswers): FieldErrors {
  const { asks, isDecision, needsComplete } = BID_RULES[action];
  const date = answers.happenedOn ?? null;
  const errors: FieldErrors = needsComplete
    ? { ...missingForSubmission(bid, answers.amountNotKnown ?? false) }
    : {};
  if (asks.date === "required" && date === null) errors.happenedOn = "Enter the date of the decision";
  if (date !== null && date > context.today) errors.happenedOn = "The date must be today or in the past";
  const early = refusalOfTime(date ?? context.today, answers.sentTime, ukLocalTime(context.now()));
  if (early !== null) errors.sentTime = early;
  if (isDecision && date !== null && bid.submittedOn !== null && date < firstDayOf(bid.submittedOn)) {
    errors.happenedOn = `The date must not be before the bid was submitted, ${formatDate(bid.submittedOn)}`;
  }
  const due = answers.dueOn ?? null;
  if (due !== null && due < (date ?? context.today)) {
    errors.dueOn = "The answer cannot be due before the question was asked";
  }
  if (asks.reason === "required" && !answers.reason) errors.reason = reasonMissing(action);
  if (asks.reference === "required" && !answers.reference) errors.reference = "Enter the reference";
  return errors;
}

/** The dates that the bid itself carries: when it was submitted, and when it was decided. */
function datesAfter(context: Context, bid: Bid, action: BidAction, to: BidStatus, answers: MoveAnswers) {
  const day = answers.happenedOn ?? context.today;
  if (action === "submit" || action === "sign_off") return { submitted_on: day, decided_on: null };
  if (BID_RULES[action].isDecision && to !== "reserve") return { decided_on: day };
  return { decided_on: to === "withdrawn" ? bid.decidedOn : null };
}
