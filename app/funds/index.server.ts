export { addFund } from "./add-fund.server.ts";
export { addFunder } from "./add-funder.server.ts";
export { addRound } from "./add-round.server.ts";
export { askedRounds } from "./asked-rounds.server.ts";
export { getFunder, listFunders } from "./funders.queries.server.ts";
export { getFund, listFunds } from "./funds.queries.server.ts";
export { decideNotToBid } from "./not-bidding/decide-not-to-bid.server.ts";
export {
  listDecidedAgainst,
  listNotBid,
  listRoundsDecidedAgainst,
} from "./not-bidding/not-bidding.queries.server.ts";
export { closingRounds, getRound, listRecentRounds, listRounds } from "./rounds.queries.server.ts";
export { changeTerms } from "./terms/change-terms.server.ts";
export { getRoundTerms, listFunderDates } from "./terms/terms.queries.server.ts";
export { withdrawRound } from "./terms/withdraw-round.server.ts";
