import { parseArgs } from "node:util";

/** What is measured, in this order, each by a process of its own: one that fails takes nothing else with it. */
export const PARTS = ["works", "start", "report", "exports", "growth", "postgres", "profile"] as const;
export type Part = (typeof PARTS)[number];

/** How long and on how much a run measures. */
export type Options = {
  mode: "quick" | "standard" | "full";
  /** Bids of the register that everything but growth is measured on. */
  bids: number;
  /** Bids of the registers that are compared with each other. */
  growth: number[];
  rounds: number;
  seconds: number;
  warmSeconds: number;
  parts: Part[];
  /** Whether registers of an earlier run are measured again, and left for a later one. */
  keep: boolean;
};

/** By then a server's rate does not rise any more: its code is compiled, and what it asks for often is in memory. */
const WARM_SECONDS = 5;

/**
 * `--quick` checks that the benchmark runs; `--full` adds 1,000,000 bids; `--no-postgres` leaves that engine out.
 * `--only works,growth` measures these alone and takes the rest from the run before; `--keep` keeps the registers;
 * `--seconds 1` makes each round shorter, or longer. `README.md` says how long each takes.
 * @throws Error for a part that does not exist, or for seconds that are none.
 */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: "boolean", default: false },
      full: { type: "boolean", default: false },
      "no-postgres": { type: "boolean", default: false },
      only: { type: "string", default: PARTS.join(",") },
      keep: { type: "boolean", default: false },
      seconds: { type: "string", default: "1.5" },
    },
  });
  const seconds = Number(values.seconds);
  if (!(seconds > 0)) throw new Error("A round lasts some seconds");
  const { keep } = values;
  const parts = partsOf(values.only).filter((part) => part !== "postgres" || !values["no-postgres"]);
  if (values.quick) {
    return {
      mode: "quick",
      bids: 10_000,
      growth: [2_000, 10_000],
      rounds: 3,
      seconds: 0.5,
      warmSeconds: 0.5,
      parts,
      keep,
    };
  }
  const standard = { bids: 100_000, rounds: 5, seconds, warmSeconds: WARM_SECONDS, parts, keep };
  return values.full
    ? { mode: "full", ...standard, growth: [10_000, 100_000, 1_000_000] }
    : { mode: "standard", ...standard, growth: [10_000, 100_000] };
}

function partsOf(text: string): Part[] {
  return text.split(",").map((name) => {
    const part = PARTS.find((known) => known === name);
    if (!part) throw new Error(`${name} is none of ${PARTS.join(", ")}`);
    return part;
  });
}

/** Bids of every register that a run needs, ascending. */
export function sizesOf({ bids, growth }: Options): number[] {
  return [...new Set([bids, ...growth])].sort((a, b) => a - b);
}
