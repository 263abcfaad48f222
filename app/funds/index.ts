export { type Fund, type Funder, type Round, roundTitle } from "./funds.ts";
export {
  describeRoundState,
  formatClosing,
  groupRounds,
  type RoundState,
  ukLocalTime,
} from "./round.rules.ts";
