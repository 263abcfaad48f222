export { actOnClaim } from "./act-on-claim.server.ts";
export { listClaimsToSign } from "./awaiting-signature/awaiting-signature.queries.server.ts";
export { listCarryOvers } from "./carry-over/carry-overs.queries.server.ts";
export { recordCarryOver } from "./carry-over/record-carry-over.server.ts";
export { findClaimFigures } from "./claim-figures.queries.server.ts";
export { listClaims } from "./claims.queries.server.ts";
export { claimsThen } from "./claims-then.server.ts";
export { closeAward, reopenAward } from "./closure/close-award.server.ts";
export { listClosures } from "./closure/closures.queries.server.ts";
export { findFiguresOfClaim } from "./figure-sources/figures-of-claim.server.ts";
export { forecastsOfYear } from "./forecast/forecasts.queries.server.ts";
export { saveForecast } from "./forecast/save-forecast.server.ts";
export { changeClaim, makeClaim } from "./make-claim.server.ts";
export { recordPublishedClaim } from "./record-published-claim.server.ts";
export { recordRepayment, takeBackRepayment } from "./repayments/record-repayment.server.ts";
export { planClaims } from "./schedule/plan-claims.server.ts";
export { listClaimsDue } from "./schedule/schedule.queries.server.ts";
export { type MoneyOfAward, moneyOfAward } from "./spend/money-of-award.queries.server.ts";
export { paidOnwardOfProject } from "./spend/onward-of-project.queries.server.ts";
export { correctSpend, recordSpend } from "./spend/record-spend.server.ts";
export {
  type SpentInYear,
  spentByAwardYear,
  spentOfProject,
  spentRows,
} from "./spend/spend.queries.server.ts";
export { verifyClaims } from "./verify-claims.server.ts";
