export { parseDay } from "./day-text.rules.ts";
export { getFundingSecured } from "./funding-secured.queries.server.ts";
export {
  type FundingSecuredReport,
  GROUPING_NAMES,
  GROUPINGS,
  type Grouping,
} from "./funding-secured.ts";
export { fundingSecuredCsv } from "./funding-secured-file.server.ts";
