import { writeFileSync } from "node:fs";
import { describeMachine } from "./machine.ts";
import { readOptions, sizesOf } from "./options.ts";
import { generate, removeRegisters } from "./registers.ts";
import { resultsPage } from "./results.ts";
import { lastResults, runPart } from "./run-part.ts";

const RESULTS = "benchmarks/results.md";

const say = (text: string) => void process.stderr.write(`${text}\n`);

/** `npm run bench`: measures, and writes `benchmarks/results.md`. What cannot be measured is named there. */
const args = process.argv.slice(2);
const options = readOptions(args);
const { build } = await import("../scripts/prepare.mjs");
build();

const generated = [];
for (const bids of sizesOf(options)) {
  say(`▸ A register of ${bids.toLocaleString("en-GB")} bids`);
  try {
    generated.push(generate(bids, options.keep));
  } catch (error) {
    say(`  ${(error as Error).message}`);
  }
}
for (const part of options.parts) {
  say(`▸ ${part}`);
  const { failed, seconds } = await runPart(part, args);
  say(failed === null ? `  ${seconds.toFixed(0)} s` : `  Failed: ${failed}`);
}

const parts = lastResults(options);
const page = resultsPage({
  machine: describeMachine(options),
  parts,
  registers: {
    title: "Generating",
    heading: ["Bids", "Seconds on SQLite"],
    rows: generated.map(({ bids, seconds }) => [bids.toLocaleString("en-GB"), seconds.toFixed(0)]),
  },
});
// A quick run shows that everything runs; its figures are no results.
if (options.mode !== "quick") writeFileSync(RESULTS, page);
if (!options.keep) removeRegisters();
process.stdout.write(page);
process.exit(parts.some(({ failed }) => failed !== null) ? 1 : 0);
