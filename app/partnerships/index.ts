export { listedTogether, unreadChoice } from "./listed-together.ts";
export { MEMBER_ROLE_NAMES, PARTNERSHIP_KIND_NAMES } from "./partnership.rules.ts";
export { PartnershipFilter } from "./partnership-filter.tsx";
export { PastPartnerships } from "./past-partnerships.tsx";
export type { Source } from "./sources/source.ts";
export { SourceNote } from "./sources/source-note.tsx";
export {
  endsBeforeItStarts,
  isValidOn,
  keepStated,
  validityForField,
  validityWords,
} from "./validity.rules.ts";
