import { writeFileSync } from "node:fs";
import { describeMachine } from "./machine.ts";
import { measureGrowth } from "./measure-growth.ts";
import { measurePostgres } from "./measure-postgres.ts";
import { measureReport, measureStartAndWeight, profileList } from "./measure-server.ts";
import { measureWorks } from "./measure-works.ts";
import { readOptions } from "./options.ts";
import { generate, removeAll } from "./registers.ts";
import { resultsPage } from "./results.ts";

const RESULTS = "benchmarks/results.md";

const say = (text: string) => void process.stderr.write(`${text}\n`);

/** `npm run bench`: measures, and writes `benchmarks/results.md`. */
const options = readOptions(process.argv.slice(2));
const { build } = await import("../scripts/prepare.mjs");
build();

const sizes = [...new Set([options.bids, ...options.growth])].sort((a, b) => a - b);
const registers = sizes.map((bids) => {
  say(`▸ Generating ${bids.toLocaleString("en-GB")} bids`);
  return generate(bids);
});
const main = registers.find(({ bids }) => bids === options.bids) as (typeof registers)[number];
const largest = registers.at(-1) as (typeof registers)[number];

say("▸ Works, on SQLite");
const worked = await measureWorks(options, main, say);
say("▸ Start and weight");
const server = await measureStartAndWeight(options, main);
say("▸ The whole country's report");
const report = await measureReport(options, main);
const largestReport = largest === main ? null : await measureReport(options, largest);
say("▸ Growth");
const growth = await measureGrowth(
  options,
  registers.filter(({ bids }) => options.growth.includes(bids)),
);
say("▸ PostgreSQL");
const postgres = options.postgres ? await measurePostgres(options, main) : null;
say("▸ Profile");
const spent = await profileList(options, main);

const parts = [worked, report, largestReport, growth, postgres].filter((part) => part !== null);
const generated = {
  title: "Generating",
  heading: ["Bids", "Seconds on SQLite"],
  rows: registers.map(({ bids, seconds }) => [bids.toLocaleString("en-GB"), seconds.toFixed(0)]),
};
const page = resultsPage({
  machine: describeMachine(options, postgres?.version ?? null),
  findings: [...worked.findings, ...server, ...parts.slice(1).flatMap((part) => part.findings)],
  figures: [...parts.flatMap((part) => part.figures), generated],
  spent,
});
writeFileSync(RESULTS, page);
removeAll();
process.stdout.write(page);
