import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** True for the long form: every person, every method, many more requests. */
export const LONG = process.env.TRUST === "long";

export const RESULTS = "test-results/trust";

/** Keeps what a harness did and found, for the report that the run writes at its end. */
export function record(harness: string, figures: Record<string, number | string>): void {
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, `${harness.toLowerCase().replace(/\W+/g, "-")}.json`);
  writeFileSync(file, JSON.stringify({ harness, figures }));
}
