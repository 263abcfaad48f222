export { findAgreementFor } from "./agreements/agreements.queries.server.ts";
export { recordAgreement } from "./agreements/record-agreement.server.ts";
export {
  type AwardListItem,
  awardsMatchingAt,
  countAwards,
  listAwards,
  listFirstByStatus,
} from "./award-list.queries.server.ts";
export { awardInScope, awardWrittenBy, bidOfAwardInScope } from "./award-scope.server.ts";
export { getAward, listAwardsOfBid, partnershipsOf } from "./awards.queries.server.ts";
export { awardBeganOn } from "./began.queries.server.ts";
export {
  listPassedOnByProject,
  type PassedOnByProject,
} from "./chain/passed-on-by-project.queries.server.ts";
export { closedOn, refusalOfClosed, requireOpenAward } from "./closure/closed.queries.server.ts";
export { recordCondition } from "./conditions/record-condition.server.ts";
export { countedAwards } from "./counted-awards.queries.server.ts";
export type { NewAward } from "./create-award.server.ts";
export { findFiguresOfVersion } from "./figure-sources/figures-of-version.server.ts";
export { askForConfirmation } from "./four-eyes/ask-for-confirmation.server.ts";
export { listAwaitingConfirmation } from "./four-eyes/four-eyes.queries.server.ts";

export { putOnHold, takeOffHold } from "./holds/hold-award.server.ts";
export { findHold } from "./holds/holds.queries.server.ts";
export { inForceAt, inForceOn, type Moment, versionsInForce } from "./ledger/in-force.server.ts";
export { sealInBulk, type VersionInBulk } from "./ledger/seal-in-bulk.server.ts";
export { type SealedVersion, sealVersion } from "./ledger/seal-version.server.ts";
export { verifyRegister } from "./ledger/verify-register.server.ts";
export { moneyByPriority } from "./money-by-priority.server.ts";
export { countedClaimLines } from "./moved/counted-claim-lines.server.ts";
export { draftCarryOver } from "./moved/draft-carry-over.server.ts";
export { recordApprovedCarryOver } from "./moved/record-approved-carry-over.server.ts";
export { actOnOnwardGrant } from "./onward/act-on-onward-grant.server.ts";
export type { NewOnwardGrant } from "./onward/onward-grant.schema.ts";
export { listOnwardGrants } from "./onward/onward-grants.queries.server.ts";
export { recordOnwardGrant } from "./onward/record-onward-grant.server.ts";
export { type CountedTwice, openCountedTwice } from "./open-counted-twice.queries.server.ts";
export { recordOverAllocation } from "./over-allocation/record-over-allocation.server.ts";
export { changeAwardOwner, setAwardOwner } from "./owner/change-owner.server.ts";
export { isOpen, listOwnedAwards, ownedAwards, ownedBy, ownerIdOf } from "./owner/owner.queries.server.ts";
export {
  listOnwardOfProject,
  listTakenOfProject,
  paysFor,
  paysOnly,
} from "./passed-on-of-project.queries.server.ts";
export {
  listOpenForProjects,
  listOpenOfPartnerships,
  listPayingLines,
  listSecuredByPriority,
} from "./paying-lines.queries.server.ts";
export { recordDecision } from "./record-decision.server.ts";
export { type PastAward, recordPastAward } from "./record-past-award.server.ts";
export {
  COUNTS_BY_VERSION,
  moneyHeldOf,
  overclaimedByAward,
  overclaimedOf,
  owesFunder,
  repaymentsDue,
} from "./repayment-due/repayment-due.server.ts";
export { submitReturn } from "./returns/record-return.server.ts";
export { findReported } from "./returns/returns.queries.server.ts";
export { scheduleReturns } from "./returns/schedule-returns.server.ts";
export { listFittingWork } from "./round-fit/round-fit.queries.server.ts";
export { sealNextVersion } from "./seal-next-version.server.ts";
export { startNextVersion } from "./start-next-version.server.ts";
export {
  awardsThen,
  claimsDueThen,
  isClosedThen,
  openConditionsThen,
  openReturnsThen,
  statusThen,
} from "./status/awards-then.server.ts";
export { listDuties } from "./status/duties.queries.server.ts";
export { hasStatus, statusOn } from "./status/has-status.server.ts";
export { recordTerms } from "./terms/record-terms.server.ts";
export type { Dimensions, LineInput, VersionInput } from "./version.rules.ts";
export { NOT_YET_APPORTIONED } from "./version.rules.ts";
