import { changeTeam, createBid, getBid, recordFeedback, takeBidAction } from "#app/bids/index.server.ts";
import { addDays } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { StaffContexts } from "../fill-people.ts";
import { done } from "../filled.ts";
import {
  guardiansContent,
  marshalsContent,
  outreachContent,
  setChance,
  writeSections,
} from "./invented-bid-content.ts";
import { inventPledge } from "./invented-papers.ts";
import { ANYTOWN_COUNCIL, type InventedPartnerships } from "./invented-partnerships.ts";
import type { InventedRounds } from "./invented-rounds.ts";
import { inventTasks } from "./invented-tasks.ts";
import type { InventedWork } from "./invented-work.ts";

type BidInput = Parameters<typeof createBid>[1];
type Parts = { partnerships: InventedPartnerships; rounds: InventedRounds; work: InventedWork };

/** Adds a bid at each stage before a decision, and an unsuccessful one, written by the officer. */
export async function inventBids(staff: StaffContexts, parts: Parts): Promise<void> {
  const { rounds, work } = parts;
  const { priorities, projects } = work;
  const { officer, manager, finance } = staff;
  const day = (days: number) => addDays(officer.today, days);

  await write(officer, parts, {
    title: "Doorbell cameras for people burgled twice",
    roundId: rounds.open,
    leadPartnershipId: null,
    accountableBody: null,
    leadOfficer: null,
  });
  const guardians = await write(officer, parts, {
    title: "Town centre guardians: a third year",
    roundId: rounds.closingSoon,
    purpose: "Keep the guardians on the streets on market days and in the evenings.",
    requestedNotKnown: true,
    priorityIds: [priorities.asb],
    projectIds: [projects.guardians],
  });
  await writeSections(officer, guardians, guardiansContent(officer.today));
  await setTeam(officer, guardians, { ownerId: idOf(officer), helperIds: [idOf(manager)] });
  await inventTasks(staff, guardians);
  const marshals = await write(officer, parts, {
    title: "Taxi marshals at the station",
    roundId: rounds.closingSoon,
    purpose: "Two marshals at the station rank on Friday and Saturday nights.",
    requestedPence: 18_500_00,
    priorityIds: [priorities.nights],
    projectIds: [projects.nights],
    expectedDecision: day(58),
  });
  await writeSections(officer, marshals, marshalsContent(officer.today));
  await inventPledge(officer, marshals);
  await setChance(manager, marshals, 60);
  await take(officer, marshals, "ask_for_sign_off", {});

  const outreach = await write(officer, parts, {
    title: "Youth outreach in the parks",
    roundId: rounds.closed,
    purpose: "A detached youth worker in three parks from April to September.",
    requestedPence: 24_000_00,
    priorityIds: [priorities.youth],
    projectIds: [projects.youth],
    expectedDecision: day(-21),
  });
  await writeSections(officer, outreach, outreachContent(officer.today));
  await setChance(manager, outreach, 35);
  await take(officer, outreach, "submit", {
    happenedOn: day(-112),
    sentTime: "16:10",
    sentBy: "Community safety officer",
    channel: "portal",
    reference: "YO-0412",
  });

  const trailer = await write(officer, parts, {
    title: "Mobile camera trailer",
    roundId: rounds.decided,
    purpose: "A camera trailer to move between places where vehicles are broken into.",
    requestedPence: 32_000_00,
    priorityIds: [priorities.homes],
    expectedDecision: day(-205),
  });
  await setTeam(officer, trailer, { ownerId: idOf(manager), watcherIds: [idOf(finance)] });
  await take(officer, trailer, "submit", { happenedOn: day(-274) });
  const reason = "The fund does not pay for equipment without a plan to staff it.";
  await take(manager, trailer, "refuse", { happenedOn: day(-203), reason });
  done(
    await recordFeedback(officer, trailer, {
      version: 0,
      rankValue: 5,
      rankOfValue: 7,
      rankedOn: day(-230),
      feedback: "The panel liked the evidence of need and missed who would move and watch the trailer.",
      lessons: "Name the staff and cost their hours before asking for equipment.",
    }),
  );
}

/** The officer's draft of a bid of the invented partnership; what is left out is not answered yet. */
export async function write(
  officer: Context,
  { partnerships }: Parts,
  bid: Partial<BidInput> & { title: string; roundId: number },
): Promise<number> {
  const saved = await createBid(officer, {
    purpose: null,
    requestedPence: null,
    requestedApproximate: false,
    requestedNotKnown: false,
    leadPartnershipId: partnerships.anytown,
    partnerIds: [],
    accountableBody: ANYTOWN_COUNCIL,
    priorityIds: [],
    projectIds: [],
    expectedDecision: null,
    leadOfficer: "Community safety officer",
    recordedByPartnershipId: partnerships.anytown,
    ...bid,
  });
  return done(saved).bidId;
}

type Team = { ownerId: number | null; helperIds?: number[]; watcherIds?: number[] };

/** Says who looks after a bid. */
async function setTeam(context: Context, bidId: number, team: Team): Promise<void> {
  const { version } = await getBid(context, bidId);
  done(await changeTeam(context, bidId, { helperIds: [], watcherIds: [], ...team, version }));
}

function idOf({ actor }: Context): number {
  if (actor.kind !== "person") throw new Error("Not a person");
  return actor.id;
}

/** Takes an action on a bid as it stands. */
export async function take(
  context: Context,
  bidId: number,
  action: Parameters<typeof takeBidAction>[3],
  answers: Parameters<typeof takeBidAction>[4],
): Promise<void> {
  const { version } = await getBid(context, bidId);
  done(await takeBidAction(context, bidId, version, action, answers));
}
