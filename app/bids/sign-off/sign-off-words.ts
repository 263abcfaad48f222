/** How a sign-off ended, as pages say it. */
export const SIGN_OFF_OUTCOMES = {
  signed: "Signed off",
  sent_back: "Sent back to be changed",
  taken_back: "The request was taken back",
  withdrawn: "Ended when the bid was withdrawn",
} as const;

/** Told to somebody who opens the sign-off of a bid of their own. */
export const WROTE_IT =
  "You wrote or changed this bid, and nobody signs off what they wrote. Ask somebody else who may sign it off. Nothing was changed.";

/** Told to somebody who opens a bid to sign it when the next step is not theirs. */
export const NOT_THEIR_STEP =
  "The next step of this bid’s sign-off is not yours to sign. The page of the bid says who signs it. Nothing was changed.";
