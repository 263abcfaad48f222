import type { Migration } from "kysely";
import type { Engine } from "../dialect/engine.ts";
import { up as peopleAndPartnerships } from "./2026-11-21-1-people-and-partnerships.ts";
import { up as prioritiesFundsAndBids } from "./2026-11-21-2-priorities-funds-and-bids.ts";
import { up as theLedger } from "./2026-11-21-3-the-ledger.ts";
import { up as outcomes } from "./2026-11-21-4-outcomes.ts";
import { up as referenceData } from "./2026-11-21-5-reference-data.ts";
import { up as versionsOfPeople } from "./2026-11-21-57-versions-of-people.ts";
import { up as calendarAddresses } from "./2026-11-21-61-calendar-addresses.ts";
import { up as termsOfRounds } from "./2026-11-21-61-terms-of-rounds.ts";
import { up as bidContent } from "./2026-11-21-62-bid-content.ts";
import { up as signOff } from "./2026-11-21-63-sign-off.ts";
import { up as submission } from "./2026-11-21-63-submission.ts";
import { up as findingBids } from "./2026-11-21-65-finding-bids.ts";
import { up as savedViews } from "./2026-11-21-65-saved-views.ts";
import { up as accessTokens } from "./2026-11-21-68-1-access-tokens.ts";
import { up as publishedReports } from "./2026-11-21-69-published-reports.ts";
import { up as agreementsAndTerms } from "./2026-11-21-72-agreements-and-terms.ts";
import { up as claims } from "./2026-11-21-73-claims.ts";
import { up as discrepanciesAndParts } from "./2026-11-21-74-discrepancies-and-parts.ts";
import { up as projectsAndAims } from "./2026-11-21-74-projects-and-aims.ts";
import { up as trail } from "./2026-11-21-74-trail.ts";
import { up as countingBids } from "./2026-11-21-77-counting-bids.ts";
import { up as attachments } from "./2026-11-21-80-1-attachments.ts";
import { up as notes } from "./2026-11-21-80-2-notes.ts";
import { up as sourcesOfFigures } from "./2026-11-21-80-3-sources-of-figures.ts";
import { up as bidTeams } from "./2026-11-21-81-1-bid-teams.ts";
import { up as dutiesOfAwards } from "./2026-11-21-83-1-duties-of-awards.ts";
import { up as onwardGrants } from "./2026-11-21-85-1-onward-grants.ts";
import { up as fourEyes } from "./2026-11-21-85-2-four-eyes.ts";
import { up as reconciliations } from "./2026-11-21-87-reconciliations.ts";
import { up as wordsOfProjects } from "./2026-11-21-88-words-of-projects.ts";
import { up as recordsByAward } from "./2026-11-21-90-records-by-award.ts";
import { up as tasks } from "./2026-11-21-91-1-tasks.ts";
import { up as whereThingsStand } from "./2026-11-21-92-1-where-things-stand.ts";
import { up as noticeOfVariations } from "./2026-11-21-92-2-notice-of-variations.ts";
import { up as viewsOfLists } from "./2026-11-21-92-3-views-of-lists.ts";
import { up as spend } from "./2026-11-21-93-1-spend.ts";
import { up as claimSchedules } from "./2026-11-21-93-2-claim-schedules.ts";
import { up as closure } from "./2026-11-21-93-3-closure.ts";
import { up as forecasts } from "./2026-11-21-93-4-forecasts.ts";
import { up as kindsOfPublishedReports } from "./2026-11-21-94-1-kinds-of-published-reports.ts";
import { up as filteringBids } from "./2026-11-21-95-1-filtering-bids.ts";
import { up as agreedAgainstTerms } from "./2026-11-21-97-1-agreed-against-terms.ts";
import { up as viewsThatListsOpenWith } from "./2026-11-21-97-2-views-that-lists-open-with.ts";
import { up as sourcesOfEveryFigure } from "./2026-11-21-98-1-sources-of-every-figure.ts";
import { up as everyReportPublished } from "./2026-11-21-99-1-every-report-published.ts";
import { up as sourcesOfClaims } from "./2026-11-21-99-2-sources-of-claims.ts";
import { up as ownersOfAwards } from "./2026-11-21-99-5-1-owners-of-awards.ts";
import { up as figuresOfBidsBefore } from "./2026-11-21-99-5-2-figures-of-bids-before.ts";
import { up as whatWasSentBack } from "./2026-11-21-99-6-what-was-sent-back.ts";
import { up as whatWasKnown } from "./2026-11-21-99-7-what-was-known.ts";
import { up as allThatIsSaidOfBids } from "./2026-11-21-99-94-1-all-that-is-said-of-bids.ts";
import { up as membershipsAtEachRequest } from "./2026-11-21-99-94-2-memberships-at-each-request.ts";
import { up as whatWasTyped } from "./2026-11-21-99-95-1-what-was-typed.ts";
import { up as sourcesOfCostsAndTargets } from "./2026-11-21-99-95-2-sources-of-costs-and-targets.ts";
import { up as matchToTwoDecimals } from "./2026-11-21-99-95-3-match-to-two-decimals.ts";
import { up as reasonsOfClaims } from "./2026-11-21-99-96-1-reasons-of-claims.ts";
import { up as claimsCarriedOver } from "./2026-11-21-99-96-2-claims-carried-over.ts";
import { up as exceptionsThatWereSigned } from "./2026-11-21-99-98-1-exceptions-that-were-signed.ts";
import { up as bidsCountedWithPartnerships } from "./2026-11-21-99-99-0-bids-counted-with-partnerships.ts";
import { up as awardsOnHold } from "./2026-11-21-99-99-5-awards-on-hold.ts";
import { up as paymentsAfterTheReturn } from "./2026-11-21-99-99-7-payments-after-the-return.ts";
import { up as roundsBesidePartnerships } from "./2026-11-22-0-rounds-beside-partnerships.ts";
import { up as decisionsNotToBidTakenBack } from "./2026-11-22-1-decisions-not-to-bid-taken-back.ts";
import { up as spendAndCarryOversKnown } from "./2026-11-22-5-spend-and-carry-overs-known.ts";
import { up as sectionsOfBids } from "./2026-11-22-6-sections-of-bids.ts";
import { up as typedForms } from "./2026-11-22-7-typed-forms.ts";
import { up as matchKnown } from "./2026-11-22-8-match-known.ts";
import { up as statusesInSearch } from "./2026-11-22-9-statuses-in-search.ts";
import { up as umbrellaKnown } from "./2026-11-22-91-umbrella-known.ts";
import { up as costsKnown } from "./2026-11-22-92-costs-known.ts";
import { up as listsKnownOn } from "./2026-11-22-93-lists-known-on.ts";
import { migration } from "./migration.ts";

/** Every migration by its name, in the order in which they run. */
export function migrations(engine: Engine): Record<string, Migration> {
  return {
    "2026-11-21-1-people-and-partnerships": migration(engine, peopleAndPartnerships),
    "2026-11-21-2-priorities-funds-and-bids": migration(engine, prioritiesFundsAndBids),
    "2026-11-21-3-the-ledger": migration(engine, theLedger),
    "2026-11-21-4-outcomes": migration(engine, outcomes),
    "2026-11-21-5-reference-data": migration(engine, referenceData),
    "2026-11-21-57-versions-of-people": migration(engine, versionsOfPeople),
    "2026-11-21-61-calendar-addresses": migration(engine, calendarAddresses),
    "2026-11-21-61-terms-of-rounds": migration(engine, termsOfRounds),
    "2026-11-21-62-bid-content": migration(engine, bidContent),
    "2026-11-21-63-sign-off": migration(engine, signOff),
    "2026-11-21-63-submission": migration(engine, submission),
    "2026-11-21-65-finding-bids": migration(engine, findingBids),
    "2026-11-21-65-saved-views": migration(engine, savedViews),
    "2026-11-21-68-1-access-tokens": migration(engine, accessTokens),
    "2026-11-21-69-published-reports": migration(engine, publishedReports),
    "2026-11-21-72-agreements-and-terms": migration(engine, agreementsAndTerms),
    "2026-11-21-73-claims": migration(engine, claims),
    "2026-11-21-74-discrepancies-and-parts": migration(engine, discrepanciesAndParts),
    "2026-11-21-74-projects-and-aims": migration(engine, projectsAndAims),
    "2026-11-21-74-trail": migration(engine, trail),
    "2026-11-21-77-counting-bids": migration(engine, countingBids),
    "2026-11-21-80-1-attachments": migration(engine, attachments),
    "2026-11-21-80-2-notes": migration(engine, notes),
    "2026-11-21-80-3-sources-of-figures": migration(engine, sourcesOfFigures),
    "2026-11-21-81-1-bid-teams": migration(engine, bidTeams),
    "2026-11-21-83-1-duties-of-awards": migration(engine, dutiesOfAwards),
    "2026-11-21-85-1-onward-grants": migration(engine, onwardGrants),
    "2026-11-21-85-2-four-eyes": migration(engine, fourEyes),
    "2026-11-21-87-reconciliations": migration(engine, reconciliations),
    "2026-11-21-88-words-of-projects": migration(engine, wordsOfProjects),
    "2026-11-21-90-records-by-award": migration(engine, recordsByAward),
    "2026-11-21-91-1-tasks": migration(engine, tasks),
    "2026-11-21-92-1-where-things-stand": migration(engine, whereThingsStand),
    "2026-11-21-92-2-notice-of-variations": migration(engine, noticeOfVariations),
    "2026-11-21-92-3-views-of-lists": migration(engine, viewsOfLists),
    "2026-11-21-93-1-spend": migration(engine, spend),
    "2026-11-21-93-2-claim-schedules": migration(engine, claimSchedules),
    "2026-11-21-93-3-closure": migration(engine, closure),
    "2026-11-21-93-4-forecasts": migration(engine, forecasts),
    "2026-11-21-94-1-kinds-of-published-reports": migration(engine, kindsOfPublishedReports),
    "2026-11-21-95-1-filtering-bids": migration(engine, filteringBids),
    "2026-11-21-97-1-agreed-against-terms": migration(engine, agreedAgainstTerms),
    "2026-11-21-97-2-views-that-lists-open-with": migration(engine, viewsThatListsOpenWith),
    "2026-11-21-98-1-sources-of-every-figure": migration(engine, sourcesOfEveryFigure),
    "2026-11-21-99-1-every-report-published": migration(engine, everyReportPublished),
    "2026-11-21-99-2-sources-of-claims": migration(engine, sourcesOfClaims),
    "2026-11-21-99-5-1-owners-of-awards": migration(engine, ownersOfAwards),
    "2026-11-21-99-5-2-figures-of-bids-before": migration(engine, figuresOfBidsBefore),
    "2026-11-21-99-6-what-was-sent-back": migration(engine, whatWasSentBack),
    "2026-11-21-99-7-what-was-known": migration(engine, whatWasKnown),
    "2026-11-21-99-94-1-all-that-is-said-of-bids": migration(engine, allThatIsSaidOfBids),
    "2026-11-21-99-94-2-memberships-at-each-request": migration(engine, membershipsAtEachRequest),
    "2026-11-21-99-95-1-what-was-typed": migration(engine, whatWasTyped),
    "2026-11-21-99-95-2-sources-of-costs-and-targets": migration(engine, sourcesOfCostsAndTargets),
    "2026-11-21-99-95-3-match-to-two-decimals": migration(engine, matchToTwoDecimals),
    "2026-11-21-99-96-1-reasons-of-claims": migration(engine, reasonsOfClaims),
    "2026-11-21-99-96-2-claims-carried-over": migration(engine, claimsCarriedOver),
    "2026-11-21-99-98-1-exceptions-that-were-signed": migration(engine, exceptionsThatWereSigned),
    "2026-11-21-99-99-0-bids-counted-with-partnerships": migration(engine, bidsCountedWithPartnerships),
    "2026-11-21-99-99-5-awards-on-hold": migration(engine, awardsOnHold),
    "2026-11-21-99-99-7-payments-after-the-return": migration(engine, paymentsAfterTheReturn),
    "2026-11-22-0-rounds-beside-partnerships": migration(engine, roundsBesidePartnerships),
    "2026-11-22-1-decisions-not-to-bid-taken-back": migration(engine, decisionsNotToBidTakenBack),
    "2026-11-22-5-spend-and-carry-overs-known": migration(engine, spendAndCarryOversKnown),
    "2026-11-22-6-sections-of-bids": migration(engine, sectionsOfBids),
    "2026-11-22-7-typed-forms": migration(engine, typedForms),
    "2026-11-22-8-match-known": migration(engine, matchKnown),
    "2026-11-22-9-statuses-in-search": migration(engine, statusesInSearch),
    "2026-11-22-91-umbrella-known": migration(engine, umbrellaKnown),
    "2026-11-22-92-costs-known": migration(engine, costsKnown),
    "2026-11-22-93-lists-known-on": migration(engine, listsKnownOn),
  };
}
