/** How a sign-off ended, as pages say it. */
export const SIGN_OFF_OUTCOMES = {
  signed: "Signed off",
  sent_back: "Sent back to be changed",
  withdrawn: "Ended when the bid was withdrawn",
} as const;
