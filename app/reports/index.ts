export { voidMoneyWords } from "./beside/void-money.rules.ts";
export type { VoidMoney } from "./beside/void-money.ts";
export { type ChangesAddress, changesHref, sidesQueryOf } from "./changes/changes.schema.ts";
export { changesProofWords, signedPounds, totalWords } from "./changes/changes-words.rules.ts";
export {
  type ComparedFigure,
  firstShownWords,
  type SideShown,
  signedText,
  totalsBetween,
  twoReportsText,
} from "./changes/two-reports.rules.ts";
export { Sentences, TwoReportsResults } from "./changes/two-reports-results.tsx";
export { dayField, MOMENT_PARTS, momentAsked, momentSchema } from "./funding-secured.schema.ts";
export type { AskedMoment } from "./funding-secured.ts";
export { alignedLines } from "./funding-secured-text.rules.ts";
export { momentWords } from "./funding-secured-words.rules.ts";
export { knownByToday } from "./known-by-today.rules.ts";
export { MomentFields, PartnershipField } from "./moment-fields.tsx";
export {
  type PipelineAddress,
  pipelineAsked,
  pipelineHref,
  pipelineSchema,
} from "./pipeline/pipeline.schema.ts";
export { ExportOrPublish } from "./report-files.tsx";
export {
  expectedWords,
  forecastWords,
  SUCCESS_NOT_OF_ENTRY,
  successCaption,
} from "./success/success-words.rules.ts";
