import type { LaterVersion } from "./later-versions.ts";
import type { OuterAward } from "./lines.ts";
import type { Random } from "./random.ts";
import type { Reference } from "./reference.ts";

type Counted = "bid" | "award" | "award_version" | "project" | "measure" | "claim" | "onward_grant" | "note";

/** A register that is being made up. It holds what later records point back to, and of that only the latest. */
export type Register = Reference & {
  random: Random;
  /** True where people were added, who own the bids of their partnership. */
  hasPeople: boolean;
  /** The next id of a table. */
  next(table: Counted): number;
  /** The highest id given out. */
  last(table: Counted): number;
  /** Awards that others may be paid out of. */
  outers: OuterAward[];
  /** Versions that are still to come, by the number of their batch. */
  later: Map<number, LaterVersion[]>;
  batchNumber: number;
  batches: number;
  /** The latest bid of each partnership that brought nothing, to be made anew. */
  lost: Map<number, number>;
};

export function newRegister(
  reference: Reference,
  random: Random,
  batches: number,
  hasPeople: boolean,
): Register {
  const given: Record<Counted, number> = {
    bid: 0,
    award: 0,
    award_version: 0,
    project: 0,
    measure: 0,
    claim: 0,
    onward_grant: 0,
    note: 0,
  };
  return {
    ...reference,
    random,
    hasPeople,
    next: (table) => {
      given[table] += 1;
      return given[table];
    },
    last: (table) => given[table],
    outers: [],
    later: new Map(),
    batchNumber: 0,
    lost: new Map(),
    batches,
  };
}
