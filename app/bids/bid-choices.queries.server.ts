import { listRounds, listRoundsDecidedAgainst } from "#app/funds/index.server.ts";
import {
  describeRoundState,
  groupRounds,
  type Round,
  type RoundState,
  roundTitle,
  ukLocalTime,
} from "#app/funds/index.ts";
import { listPartnerships } from "#app/partnerships/index.server.ts";
import { isValidOn } from "#app/partnerships/index.ts";
import { type Context, partnershipsWhere } from "#app/platform/context.server.ts";
import { listPriorities } from "#app/priorities/index.server.ts";
import { listProjects } from "#app/projects/index.server.ts";
import type { Bid } from "./bid.ts";

type Choice = { id: number; text: string };

/** What the form of a bid offers. */
export type BidChoices = {
  /** What closes first stands first; rounds that closed or were withdrawn come last and say so. */
  rounds: Choice[];
  /** The partnerships whose bids the person writes. */
  leads: Choice[];
  /** Partnerships that the person belongs to, and all others. */
  ownPartnerships: Choice[];
  otherPartnerships: Choice[];
  priorities: Choice[];
  projects: Choice[];
};

/** What may be chosen on a bid; on one that is there already, what stands on it too. */
export async function listBidChoices(context: Context, bid: Bid | null): Promise<BidChoices> {
  const partnerships = await listPartnerships(context);
  const names = new Map(partnerships.map(({ id, name }) => [id, name]));
  const { scope, today } = context;
  const isOwn = (id: number) => scope.all || scope.partnershipIds.includes(id);
  const takesPart = (id: number) => bid?.partnerships.some((partnership) => partnership.id === id) ?? false;
  const writable = partnershipsWhere(context.actor, "bid.write");
  const offered = partnerships.filter(
    ({ id, validFrom, validTo }) => takesPart(id) || isValidOn(today, validFrom, validTo),
  );
  const asChoices = (wanted: (id: number) => boolean) =>
    offered.filter(({ id }) => wanted(id)).map(({ id, name }) => ({ id, text: name }));
  const ofThese = [...new Set(partnerships.map(({ id }) => id).filter((id) => isOwn(id) || takesPart(id)))];
  const several = ofThese.length > 1;
  const withName = (text: string, partnershipId: number) =>
    several ? `${text} (${names.get(partnershipId)})` : text;
  const priorities = await listPriorities(context, { partnershipIds: ofThese });
  const projects = await listProjects(context, { partnershipIds: ofThese });
  const chosenPriorities = bid?.priorities.map(({ id }) => id) ?? [];
  return {
    rounds: await listRoundChoices(context),
    leads: asChoices((id) => writable === null || writable.includes(id)),
    ownPartnerships: asChoices(isOwn),
    otherPartnerships: asChoices((id) => !isOwn(id)),
    priorities: priorities
      .filter(
        ({ id, validFrom, validTo }) => chosenPriorities.includes(id) || isValidOn(today, validFrom, validTo),
      )
      .map(({ id, title, partnershipId }) => ({ id, text: withName(title, partnershipId) })),
    projects: projects.map(({ id, name, partnershipId }) => ({ id, text: withName(name, partnershipId) })),
  };
}

/** Rounds that can still be bid to; what closes first stands first. */
export const listRoundsToCome = (context: Context): Promise<Choice[]> =>
  listRoundChoices(context, ({ kind }) => kind !== "closed" && kind !== "withdrawn");

async function listRoundChoices(
  context: Context,
  isOffered: (group: Pick<RoundState, "kind">) => boolean = () => true,
): Promise<Choice[]> {
  const now = ukLocalTime(context.now());
  const groups = groupRounds(await listRounds(context), now);
  const against = await listRoundsDecidedAgainst(
    context,
    partnershipsWhere(context.actor, "bid.write") ?? [],
  );
  const state = (round: Round) => decapitalised(describeRoundState(round, now));
  return groups
    .filter(isOffered)
    .flatMap(({ rounds }) => rounds)
    .map((round) => ({
      id: round.id,
      text: `${roundTitle(round)} (${state(round)}${against.has(round.id) ? "; we decided not to bid" : ""})`,
    }));
}

function decapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
