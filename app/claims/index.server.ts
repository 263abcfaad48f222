export { actOnClaim } from "./act-on-claim.server.ts";
export { listClaims } from "./claims.queries.server.ts";
export { makeClaim } from "./make-claim.server.ts";
export { verifyClaims } from "./verify-claims.server.ts";
