export { type Fund, type Funder, formatMatch, type Round, roundTitle } from "./funds.ts";
export {
  describeRoundState,
  formatClosing,
  groupRounds,
  type RoundState,
  roundState,
  ukLocalTime,
} from "./round.rules.ts";
