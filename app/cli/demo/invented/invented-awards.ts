import {
  NOT_YET_APPORTIONED,
  recordDecision,
  sealVersion,
  type VersionInput,
} from "#app/awards/index.server.ts";
import { getBid } from "#app/bids/index.server.ts";
import { addDays } from "#app/core/calendar-date.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { StaffContexts } from "../fill-people.ts";
import { done } from "../filled.ts";
import { take, write } from "./invented-bids.ts";
import { inventClaims } from "./invented-claims.ts";
import { inventDuties } from "./invented-duties.ts";
import { inventPapers } from "./invented-papers.ts";
import type { InventedPartnerships } from "./invented-partnerships.ts";
import type { InventedRounds } from "./invented-rounds.ts";
import { inventSpend } from "./invented-spend.ts";
import type { InventedWork } from "./invented-work.ts";

type Parts = { partnerships: InventedPartnerships; rounds: InventedRounds; work: InventedWork };

/** Adds bids that were won, and what became of their awards: apportioned, reduced later, raised from next month. */
export async function inventWonBids(staff: StaffContexts, parts: Parts): Promise<void> {
  await inventSharedAward(staff, parts);
  await inventAwardWithUplift(staff, parts);
}

/** Won in part together with the neighbour, apportioned, and cut in mid-delivery. */
async function inventSharedAward(staff: StaffContexts, parts: Parts): Promise<void> {
  const { partnerships, work } = parts;
  const day = (days: number) => addDays(staff.finance.today, days);
  const decidedOn = day(-200);
  const awardId = await win(staff, parts, {
    bid: {
      title: "Town centre guardians",
      purpose: "Guardians in both town centres on market days and in the evenings, for two years.",
      requestedPence: 60_000_00,
      partnerIds: [partnerships.otherton],
      priorityIds: [work.priorities.asb, work.priorities.nights],
      projectIds: [work.projects.guardians, work.projects.nights],
    },
    outcome: "part",
    amountPence: 54_000_00,
    decidedOn,
    reason: "Awarded without the second van.",
    decisionReference: "Notice 7",
  });

  const first = financialYearOf(decidedOn);
  const guardians = {
    partnershipId: partnerships.anytown,
    projectId: work.projects.guardians,
    priorityId: work.priorities.asb,
  };
  const linesOf = (secondYearPence: number, nightsPence: number) => [
    line(22_000_00, "Guardians", { ...guardians, financialYear: first, stream: "revenue" }),
    line(6_000_00, "Radios and cameras", { ...guardians, financialYear: first, stream: "capital" }),
    line(8_000_00, "Guardians in Otherton", {
      partnershipId: partnerships.otherton,
      projectId: work.projects.guardians,
      financialYear: first,
      stream: "revenue",
    }),
    line(secondYearPence, "Guardians", { ...guardians, financialYear: first + 1, stream: "revenue" }),
    line(nightsPence, "Evenings, to be planned", {
      partnershipId: partnerships.anytown,
      priorityId: work.priorities.nights,
      financialYear: first + 1,
    }),
  ];
  await seal(staff.finance, parts, {
    awardId,
    kind: "apportionment",
    effectiveOn: decidedOn,
    decidedOn,
    reason: "Split as agreed between the two partnerships.",
    amountPence: 54_000_00,
    lines: linesOf(14_000_00, 4_000_00),
  });
  await seal(staff.finance, parts, {
    awardId,
    kind: "reduction",
    effectiveOn: day(-45),
    decidedOn: day(-45),
    reason: "The fund was cut in mid-delivery: the second year falls by £6,000.",
    decisionReference: "Notice 23",
    amountPence: 48_000_00,
    lines: linesOf(10_000_00, 2_000_00),
  });
  await inventPapers(staff, awardId);
  await inventClaims(staff, { awardId, financialYear: first, projectId: work.projects.guardians });
  await inventDuties(staff, { awardId, financialYear: first, firstSent: true });
  await inventSpend(staff, {
    awardId,
    financialYear: first,
    projectId: work.projects.guardians,
    decidedOn,
  });
}

/** Won in full; the funder gives more from the first day of next month. */
async function inventAwardWithUplift(staff: StaffContexts, parts: Parts): Promise<void> {
  const { partnerships, work } = parts;
  const { today } = staff.finance;
  const awardId = await win(staff, parts, {
    bid: {
      title: "Doorstep: locks and lights for homes burgled before",
      purpose: "Better locks, lights and property marking for 200 homes.",
      requestedPence: 20_000_00,
      priorityIds: [work.priorities.homes],
      projectIds: [work.projects.doorstep],
    },
    outcome: "full",
    amountPence: 20_000_00,
    decidedOn: addDays(today, -198),
    reason: "Awarded in full.",
    decisionReference: "Notice 8",
  });
  await seal(staff.finance, parts, {
    awardId,
    kind: "uplift",
    effectiveOn: firstOfNextMonth(today),
    decidedOn: addDays(today, -3),
    reason: "£3,500 more for 35 more homes, from next month.",
    decisionReference: "Notice 41",
    amountPence: 23_500_00,
    lines: [
      line(23_500_00, null, {
        partnershipId: partnerships.anytown,
        projectId: work.projects.doorstep,
        financialYear: financialYearOf(firstOfNextMonth(today)),
      }),
    ],
  });
}

type Win = {
  bid: Partial<Parameters<typeof write>[2]> & { title: string };
  outcome: "full" | "part";
  amountPence: number;
  decidedOn: string;
  reason: string;
  decisionReference: string;
};

/** The officer writes and submits the bid, the manager records the decision. @returns the award's id. */
async function win(staff: StaffContexts, parts: Parts, { bid, ...decision }: Win): Promise<number> {
  const bidId = await write(staff.officer, parts, { ...bid, roundId: parts.rounds.decided });
  await take(staff.officer, bidId, "submit", { happenedOn: addDays(staff.officer.today, -272) });
  const { version } = await getBid(staff.manager, bidId);
  const recorded = await recordDecision(staff.manager, bidId, {
    ...decision,
    version,
    amountNotRecorded: false,
    approximate: false,
  });
  return done(recorded).awardId;
}

type NextVersion = Pick<
  VersionInput,
  "awardId" | "kind" | "effectiveOn" | "decidedOn" | "reason" | "lines"
> & {
  amountPence: number;
  decisionReference?: string;
};

/** Finance seals the next version of an award of the invented fund. */
export async function seal(finance: Context, { rounds }: Parts, version: NextVersion): Promise<void> {
  await finance.db.write(async (trx) => {
    const sealed = await sealVersion(trx, finance, {
      decisionReference: null,
      ...version,
      effectiveBasis: "day",
      amountBasis: "exact",
      fundId: rounds.fundId,
      funderId: rounds.funderId,
      mayInclude: [],
      sourceDocumentId: null,
      sourceParagraph: null,
    });
    done(sealed);
  });
}

type Line = VersionInput["lines"][number];

/** A line of so many pence; the dimensions that are not given are not yet apportioned. */
export function line(amountPence: number, label: string | null, dimensions: Partial<Line>): Line {
  return { ...NOT_YET_APPORTIONED, themeId: null, amountPence, label, inside: null, ...dimensions };
}

function firstOfNextMonth(today: string): string {
  const month = Number(today.slice(5, 7));
  const year = Number(today.slice(0, 4));
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
}
