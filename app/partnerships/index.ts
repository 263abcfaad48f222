export { PARTNERSHIP_KIND_NAMES, type PartnershipKind } from "./partnership.rules.ts";
export type { Source } from "./source.ts";
export { SourceNote } from "./source-note.tsx";
export { endsBeforeItStarts, isValidOn, keepStated, validityForField } from "./validity.rules.ts";
