import fc from "fast-check";
import type { LineInput, VersionInput } from "#app/awards/version.rules.ts";
import { splitByShares } from "#app/core/apportion.ts";

/** One random thing that happens to one of a history's awards; numbers are taken modulo what there is. */
export type Step = {
  award: number;
  kind: "amount" | "not recorded" | "void" | "inside" | "inside, not recorded";
  day: number;
  pence: number;
  approximate: boolean;
  fund: number;
  shares: number[];
  dimensions: number[];
  outer: number;
  /** Awards whose money this one may hold too, as long as nobody has itemised it: a note that moves no money. */
  mayInclude: number[];
};

export const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  award: fc.nat(20),
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant("amount" as const) },
    { weight: 2, arbitrary: fc.constant("not recorded" as const) },
    { weight: 1, arbitrary: fc.constant("void" as const) },
    { weight: 3, arbitrary: fc.constant("inside" as const) },
    { weight: 1, arbitrary: fc.constant("inside, not recorded" as const) },
  ),
  day: fc.nat(20),
  pence: fc.oneof(fc.nat(5), fc.nat(50_000_000)),
  approximate: fc.boolean(),
  fund: fc.nat(20),
  shares: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
  dimensions: fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }),
  outer: fc.nat(20),
  mayInclude: fc.array(fc.nat(20), { maxLength: 2 }),
});

/** Few days, so that versions meet on the same one, come late, lie in the past and in the future. */
export const DAYS = [
  "2023-04-01",
  "2023-10-31",
  "2024-03-31",
  "2024-04-01",
  "2025-01-15",
  "2026-11-21",
  "2027-06-30",
];
const YEARS = [null, 2023, 2024];
const STREAMS = [null, "revenue", "capital"] as const;

/** What the steps of a history choose from. */
export type World = {
  /** Ids of awards and of the partnerships of each. */
  awards: { id: number; partnershipIds: number[] }[];
  projectIds: number[];
  priorityIds: number[];
  themeIds: number[];
  funds: { fundId: number; funderId: number }[];
};

function pick<Item>(items: readonly Item[], number: number): Item {
  return items[number % items.length] as Item;
}

/** The version that a step asks for. @param hasVersion whether an award has one yet, so that money can come out of it. */
export function versionOf(step: Step, world: World, hasVersion: (awardId: number) => boolean): VersionInput {
  const award = pick(world.awards, step.award);
  const outer = pick(world.awards, step.outer);
  const inside =
    step.kind.startsWith("inside") && outer.id !== award.id && hasVersion(outer.id) ? outer : null;
  const fund = pick([...world.funds, { fundId: null, funderId: null }], step.fund);
  const unknown = step.kind.endsWith("not recorded");
  const isVoid = step.kind === "void";
  const amounts = unknown ? [null] : splitByShares(step.pence, step.shares);
  const lines = isVoid ? [] : amounts.map((pence, index) => lineOf(step, world, award, inside, pence, index));
  return {
    awardId: award.id,
    kind: isVoid ? "void" : "variation",
    effectiveOn: pick(DAYS, step.day),
    effectiveBasis: "day",
    decidedOn: null,
    reason: "A random history",
    decisionReference: null,
    amountPence: isVoid ? 0 : unknown ? null : step.pence,
    amountBasis: isVoid ? "exact" : unknown ? "not_recorded" : step.approximate ? "approximate" : "exact",
    fundId: fund.fundId,
    funderId: fund.funderId,
    lines,
    mayInclude: mayIncludeOf(step, world, award.id),
    sourceDocumentId: null,
    sourceParagraph: null,
  };
}

function mayIncludeOf(step: Step, world: World, awardId: number): VersionInput["mayInclude"] {
  const others = new Set(step.mayInclude.map((number) => pick(world.awards, number).id));
  others.delete(awardId);
  return [...others].map((id) => ({ awardId: id, note: "A random history" }));
}

function lineOf(
  step: Step,
  world: World,
  award: World["awards"][number],
  outer: World["awards"][number] | null,
  amountPence: number | null,
  index: number,
): LineInput {
  const at = (offset: number) => (step.dimensions[offset] as number) + index * (offset + 1);
  const inside =
    outer && index % 2 === 0
      ? {
          awardId: outer.id,
          partnershipId: pick([null, ...outer.partnershipIds], at(6)),
          financialYear: pick(YEARS, at(7)),
          projectId: pick([null, ...world.projectIds], at(8)),
          priorityId: pick([null, ...world.priorityIds], at(9)),
          stream: pick(STREAMS, at(10)),
        }
      : null;
  return {
    partnershipId: pick([null, ...award.partnershipIds], at(0)),
    financialYear: pick(YEARS, at(1)),
    projectId: pick([null, ...world.projectIds], at(2)),
    priorityId: pick([null, ...world.priorityIds], at(3)),
    themeId: pick([null, null, ...world.themeIds], at(4)),
    stream: pick(STREAMS, at(5)),
    amountPence,
    label: null,
    inside,
  };
}
