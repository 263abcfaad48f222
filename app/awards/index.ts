export { type Agreement, refusalBeforeSigning } from "./agreements/agreement.rules.ts";
export { STREAM_NAMES, VERSION_KINDS, type VersionKind } from "./award.ts";
export { type AwardFilters, parseAwardFilters } from "./award-filters.ts";
export { MoneyFromAwards } from "./money-from-awards.tsx";
export { OPEN_DIMENSION_NAMES } from "./open-dimensions.rules.ts";
export { OpenMoney } from "./open-money.tsx";
