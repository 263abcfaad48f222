export { besideWords } from "./beside/beside.rules.ts";
export { BESIDE_COLUMNS } from "./beside/beside.ts";
export { moneyOfAwards } from "./beside/void-money.queries.server.ts";
export { changesQuery, getChanges, momentsOf } from "./changes/changes.queries.server.ts";
export {
  type ChangesAddress,
  COMPARED,
  changesQueryOf,
  changesSchema,
  sidesQueryOf,
} from "./changes/changes.schema.ts";
export type { Changes } from "./changes/changes.ts";
export { changesProofWords, totalWords } from "./changes/changes-words.rules.ts";
export { getColumnChanges } from "./changes/columns/column-changes.queries.server.ts";
export { columnProofWords } from "./changes/columns/column-changes.rules.ts";
export { getComparison } from "./changes/comparison.queries.server.ts";
export { comparisonTitle } from "./changes/comparison.rules.ts";
export { SIDE_COLUMNS, SIDE_NAMES } from "./changes/comparison.ts";
export {
  comparisonFileRows,
  comparisonHeadings,
  comparisonRows,
  comparisonText,
  comparisonTotal,
} from "./changes/comparison-file.rules.ts";
export { factsBetween, lastEntries, type Until } from "./changes/facts/award-facts.queries.server.ts";
export { STATUS_FACTS } from "./changes/facts/award-facts.rules.ts";
export { getSuccessChanges } from "./changes/success/success-changes.queries.server.ts";
export { successChangesText } from "./changes/success/success-changes-words.rules.ts";
export { sideWords } from "./changes/two-reports.rules.ts";
export { getCrossed, getCrossedToShow } from "./crossed/crossed.queries.server.ts";
export { type CrossedReport, MOST_ON_A_PAGE } from "./crossed/crossed.ts";
export { crossedFile } from "./crossed/crossed-file.rules.ts";
export {
  crossedFigures,
  crossedProofWords,
  crossedText,
  crossedTitle,
} from "./crossed/crossed-words.rules.ts";
export { parseDay } from "./day-text.rules.ts";
export { documentText } from "./document/document-text.rules.ts";
export { docxFile } from "./document/docx/docx-file.server.ts";
export { figureAsked } from "./figure-asked.rules.ts";
export { getFigureFile } from "./figure-lines.queries.server.ts";
export { figureName, figureWords } from "./figure-lines-words.rules.ts";
export { getFundingSecured } from "./funding-secured.queries.server.ts";
export {
  crossedQueryOf,
  fundingSecuredSchema,
  momentAsked,
  momentSchema,
  queryOf,
} from "./funding-secured.schema.ts";
export {
  type FundingSecuredReport,
  GROUPING_NAMES,
  GROUPINGS,
} from "./funding-secured.ts";
export { crossedCsv, csvOf, fundingSecuredCsv, slugOf } from "./funding-secured-file.server.ts";
export { cellValue, tableOf } from "./funding-secured-table.rules.ts";
export { fundingSecuredText } from "./funding-secured-text.rules.ts";
export {
  approximateWords,
  countedOnceWords,
  decimalsOfReport,
  jointWords,
  notesOf,
  notRecordedWords,
  proofWords,
  reachWords,
  titleOf,
  tooHighWords,
} from "./funding-secured-words.rules.ts";
export { momentOf, type ReportMoment } from "./moment.server.ts";
export { movedLines } from "./moved-lines.server.ts";
export { getOutcomesMoney } from "./outcomes-money/outcomes-money.queries.server.ts";
export { outcomesMoneySchema } from "./outcomes-money/outcomes-money.schema.ts";
export type { OutcomesMoney } from "./outcomes-money/outcomes-money.ts";
export { outcomesMoneyNotes, outcomesMoneyText } from "./outcomes-money/outcomes-money-document.rules.ts";
export {
  OUTCOMES_MONEY_COLUMNS,
  OUTCOMES_MONEY_TITLE,
  outcomesMoneyRows,
} from "./outcomes-money/outcomes-money-table.rules.ts";
export { getPipeline, pipelineOf } from "./pipeline/pipeline.queries.server.ts";
export { pipelineText } from "./pipeline/pipeline-text.rules.ts";
export type { Publishable, ReportToPublish } from "./published/publishable.ts";
export { listPublished } from "./published/published.queries.server.ts";
export { TOTAL_NAMES } from "./published/published.ts";
export { publishedTable } from "./published/published-table.queries.server.ts";
export { REPORTS_TO_PUBLISH } from "./published/reports-to-publish.server.ts";
export { verifyPublished } from "./published/verify-published.server.ts";
export { isCounted, placeIn, reachNames, reachOf } from "./reach.server.ts";
export { getSuccess } from "./success/success.queries.server.ts";
export { successQueryOf, successSchema } from "./success/success.schema.ts";
export { SUCCESS_GROUPING_NAMES, SUCCESS_GROUPINGS } from "./success/success.ts";
export { SUCCESS_COLUMNS, successRows, successTitle } from "./success/success-table.rules.ts";
export {
  expectedWords,
  forecastWords,
  successNotes,
  successText,
} from "./success/success-words.rules.ts";
export { commissionersAwards, grantsMade, totalWordsOf } from "./transparency/transparency.queries.server.ts";
export { transparencyQueryOf, transparencySchema } from "./transparency/transparency.schema.ts";
export {
  COMMISSIONER_COLUMNS,
  COMMISSIONER_TITLE,
  GRANTS_MADE_COLUMNS,
  GRANTS_MADE_TITLE,
  type ListColumn,
  type TransparencyQuery,
} from "./transparency/transparency.ts";
export { getYearly } from "./yearly/yearly.queries.server.ts";
export { yearlyQueryOf } from "./yearly/yearly.schema.ts";
export { yearlyDocument } from "./yearly/yearly-document.rules.ts";
