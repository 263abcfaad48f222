import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** True for the long form: every person, every method, many more requests. */
export const LONG = process.env.TRUST === "long";

/** Where the harnesses of a run leave what they did. */
export const RESULTS = "test-results/trust";

/** What one harness did and found; `at` is the instant at which it ended, ISO UTC. */
export type HarnessResult = { harness: string; at: string; figures: Record<string, number | string> };

/** A harness that runs on either engine has a row of its own for the second one. */
const ON = process.env.TRUST_ENGINE === "postgres" ? ", on PostgreSQL" : "";

/** Keeps what a harness did and found: the long form writes it into docs/trust.md at the end of its run. */
export function record(name: string, figures: HarnessResult["figures"]): void {
  const harness = name + ON;
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, `${harness.toLowerCase().replace(/\W+/g, "-")}.json`);
  const result: HarnessResult = { harness, at: new Date().toISOString(), figures };
  writeFileSync(file, JSON.stringify(result));
}
