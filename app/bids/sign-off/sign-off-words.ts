/** How a sign-off ended, as pages say it. */
export const SIGN_OFF_OUTCOMES = {
  signed: "Signed off",
  sent_back: "Sent back to be changed",
  taken_back: "The request was taken back",
  withdrawn: "Ended when the bid was withdrawn",
} as const;

/** What is done about a bid that has changed since sign-off was asked for. */
export const ASK_AGAIN =
  "Send it back or take the request back, so that sign-off is asked for again and all sign what it says now";

/** Told to somebody who signs what has changed since sign-off was asked for. */
export const CHANGED_SINCE_ASKED = `The bid has changed since sign-off was asked for. ${ASK_AGAIN}`;

/** Told to somebody who signs a bid a second time. */
export const SIGNED_ALREADY =
  "You have signed this bid already, and nobody signs two steps of the same bid. Your signature stands. Nothing else was changed.";

/** Told to somebody who opens the sign-off of a bid of their own. */
export const WROTE_IT =
  "You wrote or changed this bid, and nobody signs off what they wrote. Ask somebody else who may sign it off. Nothing was changed.";

/** Told to somebody who opens a bid to sign it when the next step is not theirs. */
export const NOT_THEIR_STEP =
  "The next step of this bid’s sign-off is not yours to sign. The page of the bid says who signs it. Nothing was changed.";
