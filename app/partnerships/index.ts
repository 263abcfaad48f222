export { PastPartnerships } from "./past-partnerships.tsx";
export type { Source } from "./source.ts";
export { SourceNote } from "./source-note.tsx";
export { endsBeforeItStarts, isValidOn, keepStated, validityForField } from "./validity.rules.ts";
