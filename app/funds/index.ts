export { type Fund, type Funder, type Round, roundTitle } from "./funds.ts";
export { DecidedAgainst } from "./not-bidding/decided-against.tsx";
export { byWhatBecame } from "./not-bidding/not-bidding.rules.ts";
export type { NotBid } from "./not-bidding/not-bidding.ts";
export {
  describeRoundState,
  formatClosing,
  groupRounds,
  ROUND_GROUP_NAMES,
  type RoundState,
  ukLocalTime,
} from "./round.rules.ts";
export { isWebAddress } from "./round.schema.ts";
export { ROUND_FILTERS } from "./round-filter.ts";
export { APPLICANT_KINDS, APPLICANT_NAMES, type ApplicantKind, type RoundTerms } from "./terms/terms.ts";
