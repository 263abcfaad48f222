import { type Context, may } from "#app/platform/context.server.ts";
import { writablePartnerships } from "./bid.rules.ts";
import type { Bid } from "./bid.ts";
import { listClarifications } from "./clarifications/clarifications.queries.server.ts";
import { findFeedback } from "./feedback/feedback.queries.server.ts";
import { findResubmissions } from "./resubmission/resubmissions.queries.server.ts";
import { MAY_BE_RESUBMITTED } from "./resubmission/resubmit-bid.server.ts";
import { wasSubmitted } from "./submission/correct-submission.server.ts";
import { listSubmissions } from "./submission/submissions.queries.server.ts";
import { findUmbrellaOf, itemisedPence, listUmbrellaItems } from "./umbrella/umbrella.queries.server.ts";

/** What happened to a bid from its submission on, as its page shows it. */
export async function readBidStory(context: Context, bid: Bid) {
  const { today } = context;
  const mayWrite = may(context.actor, "bid.write", writablePartnerships(bid));
  const isSubmitted = wasSubmitted(bid);
  const itemised = await itemisedPence(context, [bid.id]);
  return {
    today,
    isSubmitted,
    mayWrite,
    mayResubmit: mayWrite && MAY_BE_RESUBMITTED.includes(bid.status),
    submissions: await listSubmissions(context.db.read, bid.id),
    clarifications: await listClarifications(context.db.read, bid.id),
    feedback: await findFeedback(context, bid.id),
    umbrella: await findUmbrellaOf(context, bid.id),
    items: await listUmbrellaItems(context, bid.id),
    /** What sums have of the bid, pence: of an umbrella record what is not itemised. Null is not recorded. */
    countedPence: bid.requestedPence === null ? null : bid.requestedPence - itemised,
    ...(await findResubmissions(context, bid.id)),
  };
}

export type BidStory = Awaited<ReturnType<typeof readBidStory>>;
