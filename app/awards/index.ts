export type { AmountBasis, Part, Stream, VersionKind } from "./award.ts";
export { STREAM_NAMES, sharingPartnerships, VERSION_KINDS, writingPartnerships } from "./award.ts";
export { explainEffectiveDay } from "./effective-day.rules.ts";
