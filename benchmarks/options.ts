import { parseArgs } from "node:util";

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
  postgres: boolean;
};

/** `--quick` checks that the benchmark runs; `--full` adds 1,000,000 bids; `--no-postgres` leaves that engine out. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: "boolean", default: false },
      full: { type: "boolean", default: false },
      "no-postgres": { type: "boolean", default: false },
    },
  });
  const postgres = !values["no-postgres"];
  if (values.quick) {
    return {
      mode: "quick",
      bids: 10_000,
      growth: [2_000, 10_000],
      rounds: 3,
      seconds: 0.5,
      warmSeconds: 0.5,
      postgres,
    };
  }
  const standard = { bids: 100_000, rounds: 5, seconds: 2, warmSeconds: 2, postgres };
  return values.full
    ? { mode: "full", ...standard, growth: [10_000, 100_000, 1_000_000] }
    : { mode: "standard", ...standard, growth: [10_000, 100_000] };
}
