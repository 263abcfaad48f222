export { STREAM_NAMES, VERSION_KINDS, type VersionKind } from "./award.ts";
export { MoneyFromAwards } from "./money-from-awards.tsx";
