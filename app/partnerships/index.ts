export { PastPartnerships } from "./past-partnerships.tsx";
export type { Source } from "./sources/source.ts";
export { SourceNote } from "./sources/source-note.tsx";
export { endsBeforeItStarts, isValidOn, keepStated, validityForField } from "./validity.rules.ts";
