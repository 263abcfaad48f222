export { parseDay } from "./day-text.rules.ts";
export { getFundingSecured } from "./funding-secured.queries.server.ts";
export {
  type FundingSecuredReport,
  GROUPINGS,
} from "./funding-secured.ts";
export { fundingSecuredCsv } from "./funding-secured-file.server.ts";
export { fundingSecuredText } from "./funding-secured-text.rules.ts";
export { verifyPublished } from "./published/verify-published.server.ts";
