import type { BidStatus } from "#app/bids/index.ts";
import { formatPounds } from "#app/core/money.ts";
import type { StationChain, StationNode, Stations } from "#app/ui/charts/stations.ts";

/** The stations between a pound and what it changed, in their order. */
const BEFORE = [
  { station: "round", name: "Round" },
  { station: "bid", name: "Bid" },
] as const;
const MONEY = [
  { station: "award", name: "Award" },
  { station: "line", name: "Lines" },
] as const;
const AFTER = [
  { station: "project", name: "Project" },
  { station: "measure", name: "Measure" },
] as const;

export type TrailNode = StationNode;
export type Trail = StationChain;

/** What became of a bid, as the trail says it. */
export const OUTCOME_OF_BID: Record<BidStatus, string> = {
  draft: "Not submitted yet",
  awaiting_sign_off: "Not submitted yet",
  submitted: "Not decided yet",
  clarification_requested: "Not decided yet",
  reserve: "On reserve list",
  awarded: "Awarded",
  part_awarded: "Part awarded",
  unsuccessful: "Unsuccessful",
  withdrawn: "Withdrawn",
};

/** The stations of a trail: an award that is paid out of another stands, with its lines, behind that one's. */
export function stationsOf({ nodes }: Trail): Stations {
  const inside = (level: number) => [
    { station: `award-${level}`, name: "Award inside it" },
    { station: `line-${level}`, name: "Its lines" },
  ];
  const deepest = nodes.filter(({ station }) => station.startsWith("award-")).map(({ station }) => station);
  const levels = [...new Set(deepest)].map((station) => Number(station.slice("award-".length)));
  return [...BEFORE, ...MONEY, ...levels.sort((a, b) => a - b).flatMap(inside), ...AFTER];
}

/** The trail with each award, and its lines, one level below the lowest of the awards that it is paid out of. */
export function inLevels({ nodes, links }: Trail): Trail {
  const awards = nodes.filter(({ station }) => station === "award");
  const levels = new Map(awards.map(({ key }) => [key, 0]));
  const outer = new Map(links.filter(({ from }) => levels.has(from)).map(({ from, to }) => [to, from]));
  const pairs = links.flatMap(({ from, to }) => {
    const award = outer.get(from);
    return award !== undefined && levels.has(to) ? [{ from: award, to }] : [];
  });
  // The ledger refuses circles; one that is there is walked once.
  for (let round = 0; round < awards.length; round += 1) {
    for (const { from, to } of pairs) {
      const below = (levels.get(from) ?? 0) + 1;
      if (below > (levels.get(to) ?? 0) && below < awards.length) levels.set(to, below);
    }
  }
  const placed = nodes.map((node) => {
    const level = levels.get(node.station === "award" ? node.key : (outer.get(node.key) ?? "")) ?? 0;
    return level > 0 ? { ...node, station: `${node.station}-${level}` } : node;
  });
  return { nodes: placed, links };
}

/**
 * Where the chain may break: money that names no project, a bid awarded without an award, a project without an outcome,
 * one without money, an outcome without money. A project that goes on unfunded is none, and neither are its outcomes.
 */
export const BREAKS = ["award", "bid", "project", "unpaid", "measure"] as const;
export type BreakKind = (typeof BREAKS)[number];

/** A record at which the chain breaks, as the lists of breaks have it. */
export type Broken = { kind: BreakKind; id: number };

/** Where the trail breaks, each in a sentence, in the order of its records. */
export function breaksOf({ nodes }: Trail, broken: readonly Broken[]): string[] {
  return nodes.flatMap(({ key, text }) =>
    broken.filter((each) => nodeOf(each) === key).map(({ kind }) => `${text}: ${BREAK_WORDS[kind]}`),
  );
}

const BREAK_WORDS: Record<BreakKind, string> = {
  award: "this money names no project yet",
  bid: "it was awarded, and no award of it is recorded",
  project: "no outcome is measured yet",
  unpaid: "no money of an award names this project",
  measure: "no money leads to this outcome",
};

/** A project that goes on though no award pays for it, with what partners give to it of their own (pence). */
export type GoingOnUnfunded = {
  id: number;
  contributions: readonly { contributor: string; form: "cash" | "in_kind"; amountPence: number | null }[];
};

/** What goes on without an award, each in a sentence: the project with its own contributions, and its outcomes. */
export function unfundedWords({ nodes, links }: Trail, unfunded: readonly GoingOnUnfunded[]): string[] {
  const textOf = (key: string) => nodes.find((node) => node.key === key)?.text ?? "";
  return unfunded.flatMap(({ id, contributions }) => {
    const outcomes = links.filter(({ from, to }) => from === `project-${id}` && to.startsWith("measure-"));
    const given = contributions.map(
      ({ contributor, form, amountPence }) =>
        `${contributor} ${amountPence === null ? "amount not recorded" : formatPounds(amountPence)} ${form === "cash" ? "in cash" : "in kind"}`,
    );
    const own = given.length > 0 ? `; own contribution, never counted as secured: ${given.join(", ")}` : "";
    return [
      `${textOf(`project-${id}`)}: going on, unfunded${own}`,
      ...outcomes.map(({ to }) => `${textOf(to)}: no award leads to this outcome`),
    ];
  });
}

/** The key of the record of a trail at which a break stands; of an award it is the line of what names no project. */
function nodeOf({ kind, id }: Broken): string {
  if (kind === "award") return `line-${id}-0`;
  return kind === "unpaid" ? `project-${id}` : `${kind}-${id}`;
}

/** What the trail as a whole comes to. It holds only where a pound can be walked from an award to a measure. */
export function findingOf({ nodes }: Trail, breaks: number, unfunded = 0): string {
  const has = (station: string) => nodes.some((node) => node.station === station);
  if (breaks > 0) return `The chain breaks at ${breaks} ${breaks === 1 ? "place" : "places"}`;
  if (!has("award") && unfunded > 0) return "Going on, unfunded: no award leads here, which is no break";
  if (!has("award")) return "No award stands in this trail, so there is no pound to walk yet";
  if (!nodes.some(({ station }) => station.startsWith("line"))) return "No money of this award counts today";
  if (!has("measure")) return "The chain holds as far as you may read it";
  return "The chain holds from the pound to what was measured";
}
