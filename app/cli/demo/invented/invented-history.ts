import {
  askForConfirmation,
  changeAwardOwner,
  NOT_YET_APPORTIONED,
  type PastAward,
  recordOverAllocation,
  recordPastAward,
  startNextVersion,
} from "#app/awards/index.server.ts";
import { addDays } from "#app/core/calendar-date.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import { findOrCreateOrganisation } from "#app/partnerships/index.server.ts";
import { personId } from "#app/platform/context.server.ts";
import type { StaffContexts } from "../fill-people.ts";
import { done } from "../filled.ts";
import { line, seal } from "./invented-awards.ts";
import { inventDuties } from "./invented-duties.ts";
import { inventOnwardGrants } from "./invented-onward-grants.ts";
import { ANYTOWN_COUNCIL, type InventedPartnerships, OTHERTON_COUNCIL } from "./invented-partnerships.ts";
import type { InventedRounds } from "./invented-rounds.ts";
import type { InventedWork } from "./invented-work.ts";

export type Parts = { partnerships: InventedPartnerships; rounds: InventedRounds; work: InventedWork };

/** Adds awards that finance enters after the fact: one put right for the past, and one paid out of another. */
export async function inventPastAwards(staff: StaffContexts, parts: Parts): Promise<void> {
  await inventCorrectedAward(staff, parts);
  await inventPassedOnAward(staff, parts);
}

/** Typed wrongly and put right from the day of the award: what was known before stays to be read. */
async function inventCorrectedAward(staff: StaffContexts, parts: Parts): Promise<void> {
  const { partnerships, work } = parts;
  const decidedOn = addDays(staff.finance.today, -160);
  const dimensions = {
    partnershipId: partnerships.anytown,
    projectId: work.projects.nights,
    priorityId: work.priorities.nights,
    financialYear: financialYearOf(decidedOn),
    stream: "revenue" as const,
  };
  const awardId = await record(staff, parts, {
    title: "Training for bar staff",
    partnerships: [{ partnershipId: partnerships.anytown, part: "lead" }],
    accountableBody: ANYTOWN_COUNCIL,
    decidedOn,
    amountPence: 12_000_00,
    lines: [line(12_000_00, null, dimensions)],
  });
  await seal(staff.finance, parts, {
    awardId,
    kind: "correction",
    effectiveOn: decidedOn,
    decidedOn,
    reason: "The award letter says £12,500: £12,000 was typed.",
    amountPence: 12_500_00,
    lines: [line(12_500_00, null, dimensions)],
  });
  await inventDuties(staff, { awardId, financialYear: dimensions.financialYear, firstSent: false });
  done(await changeAwardOwner(staff.officer, awardId, { version: 1, ownerId: personId(staff.officer) }));
}

/** The neighbour holds money for the county and passes a part of it on: each pound counts once. */
async function inventPassedOnAward(staff: StaffContexts, parts: Parts): Promise<void> {
  const { partnerships, work } = parts;
  const day = (days: number) => addDays(staff.finance.today, days);
  const held = {
    ...NOT_YET_APPORTIONED,
    partnershipId: partnerships.otherton,
    financialYear: financialYearOf(day(-180)),
    stream: "revenue" as const,
  };
  const outerId = await record(staff, parts, {
    title: "Serious violence money for the county",
    partnerships: [{ partnershipId: partnerships.otherton, part: "lead" }],
    accountableBody: OTHERTON_COUNCIL,
    decidedOn: day(-180),
    amountPence: 60_000_00,
    lines: [line(60_000_00, null, held)],
  });
  const innerId = await record(staff, parts, {
    title: "Youth outreach, out of the county’s serious violence money",
    partnerships: [{ partnershipId: partnerships.anytown, part: "lead" }],
    accountableBody: ANYTOWN_COUNCIL,
    receivedThrough: OTHERTON_COUNCIL,
    decidedOn: day(-150),
    amountPence: 15_000_00,
    lines: [
      line(15_000_00, null, {
        partnershipId: partnerships.anytown,
        projectId: work.projects.youth,
        priorityId: work.priorities.youth,
        financialYear: held.financialYear,
        stream: "revenue",
        inside: { ...held, awardId: outerId },
      }),
    ],
  });
  const underspent =
    "Those who get it underspend by about a tenth each year. Decided by the board in May, item 6.";
  const meant = { version: 0, percentage: 110, reason: underspent };
  done(await recordOverAllocation(staff.manager, outerId, meant));
  await inventOnwardGrants(staff, innerId);
  await inventWaitingVersion(staff, { awardId: outerId, fundId: parts.rounds.fundId });
}

/** The funder gives the neighbour more: proposed, and waiting for a second person as it does there. */
async function inventWaitingVersion(
  { officer }: StaffContexts,
  { awardId, fundId }: { awardId: number; fundId: number },
): Promise<void> {
  const started = await startNextVersion(officer, awardId, {
    version: null,
    kind: "uplift",
    amountPence: 64_000_00,
    amountNotRecorded: false,
    approximate: false,
    effectiveOn: addDays(officer.today, 10),
    decidedOn: addDays(officer.today, -4),
    reason: "£4,000 more for the county’s street outreach.",
    decisionReference: "Notice 44",
    fundId,
    mayIncludeIds: [],
    outOf: null,
  });
  done(started);
  done(await askForConfirmation(officer, awardId, 1));
}

type Past = Pick<PastAward, "title" | "partnerships" | "decidedOn" | "lines"> & {
  amountPence: number;
  accountableBody: string;
  receivedThrough?: string;
};

/** Finance enters an award of the invented fund after the fact. @returns its id */
export async function record(staff: StaffContexts, { rounds }: Parts, past: Past): Promise<number> {
  const { accountableBody, receivedThrough, ...facts } = past;
  const organisations = await staff.finance.db.write(async (trx) => ({
    accountableBodyId: await findOrCreateOrganisation(trx, accountableBody),
    receivedThroughId: receivedThrough ? await findOrCreateOrganisation(trx, receivedThrough) : null,
  }));
  const recorded = await recordPastAward(staff.finance, {
    ...facts,
    ...organisations,
    bidId: null,
    roundId: null,
    recordedByPartnershipId: past.partnerships[0]?.partnershipId ?? 0,
    recipient: null,
    purpose: null,
    deliveryFrom: null,
    deliveryTo: null,
    statusNote: null,
    note: null,
    strands: [],
    documentDay: null,
    decisionReference: null,
    reason: "As the award letter says.",
    amountBasis: "exact",
    fundId: rounds.fundId,
    funderId: rounds.funderId,
    mayInclude: [],
    sourceDocumentId: null,
    sourceParagraph: null,
  });
  return done(recorded).id;
}
