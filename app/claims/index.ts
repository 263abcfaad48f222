export { CarryOvers } from "./carry-over/carry-overs.tsx";
export { type ClaimStatus, isPrepared, NOT_CLAIMED } from "./claim.status.ts";
export { PAYMENT_WORDS } from "./claim.ts";
export { claimFigures } from "./claim-figures.rules.ts";
export { CLAIM_STATUS_WORDS } from "./claim-words.ts";
export { ClaimsOfAward } from "./claims-of-award.tsx";
export { ClosurePanel } from "./closure/closure-panel.tsx";
export { SpendOfAward } from "./spend/spend-of-award.tsx";
export { SpendOfProject } from "./spend/spend-of-project.tsx";
