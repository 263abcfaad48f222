export { PAYMENT_WORDS } from "./claim.ts";
export { CLAIM_STATUS_WORDS } from "./claim-words.ts";
export { ClaimsOfAward } from "./claims-of-award.tsx";
