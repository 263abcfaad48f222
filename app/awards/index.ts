export {
  type Agreement,
  beforeSigningWords,
  questionWithoutAgreement,
  refusalBeforeSigning,
} from "./agreements/agreement.rules.ts";
export {
  type AmountBasis,
  STREAM_NAMES,
  type Stream,
  sharingPartnerships,
  VERSION_KINDS,
  type VersionKind,
  writingPartnerships,
} from "./award.ts";
export { type AwardFilters, parseAwardFilters } from "./award-filters.ts";
export { AwaitingConfirmation } from "./four-eyes/awaiting-confirmation.tsx";
export { warnOfHold } from "./holds/hold.rules.ts";
export { HoldWarning } from "./holds/hold-warning.tsx";
export { MoneyFromAwards } from "./money-from-awards.tsx";
export { referenceOfVersion } from "./moved/carry-over.rules.ts";
export { OPEN_DIMENSION_NAMES } from "./open-dimensions.rules.ts";
export { OpenMoney } from "./open-money.tsx";
export { mostTooHigh, pairsOf } from "./overlap.rules.ts";
export { MoneyOfProject } from "./project-money.tsx";
export {
  type DueBack,
  dueAtClosure,
  dueBack,
  dueBackWords,
  notYetKnownWords,
  unspentDue,
} from "./repayment-due/due-back.rules.ts";
export {
  aboveByYear,
  leftToClaim,
  type RepaymentDue,
  repaymentDue,
  repaymentDueWords,
  type Share,
  STATUSES_NOT_CLAIMED,
} from "./repayment-due/repayment-due.rules.ts";
export {
  claimDueName,
  dueAfter,
  periodsOf,
  periodWords,
  RHYTHM_NAMES,
  RHYTHMS,
  type Rhythm,
  returnName,
} from "./returns/return.rules.ts";
export { RoundFit } from "./round-fit/round-fit.tsx";
export {
  ASKED_STATUSES,
  type AskedStatus,
  AWARD_STATUSES,
  type AwardStatus,
  SOON_DAYS,
  type Standing,
} from "./status/award-status.rules.ts";
export { AWARD_STATUS_TAGS, AwardStatusTag, askedStatusName } from "./status/award-status.tsx";
export { DutiesTable } from "./status/duties-table.tsx";
export type { DutyDue } from "./status/duty.ts";
export { leftOfProject } from "./trail.rules.ts";
