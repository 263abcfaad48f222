import BetterSqlite3 from "better-sqlite3";
import { createContext } from "#app/platform/context.server.ts";
import { getFundingSecured } from "#app/reports/index.server.ts";
import { openDatabase } from "#db/open.server.ts";
import { median } from "./statistics.ts";

/**
 * The report without a server around it: the raw sum of all postings by partnership and year, the report when money
 * has just moved, and the report again. Prints milliseconds as JSON. `node --import tsx benchmarks/in-process.ts FILE`
 */
const [file = ""] = process.argv.slice(2);
const ROUNDS = 7;

const raw = new BetterSqlite3(file, { readonly: true });
const sum = raw.prepare(
  "select partnership_id, financial_year, sum(gross_pence - passed_on_pence) from posting group by partnership_id, financial_year",
);
const db = openDatabase(`sqlite:${file}`);
const context = createContext({
  db,
  actor: { kind: "operator" },
  today: "2026-11-21",
  now: () => new Date().toISOString(),
});
const ask = (asAt: string | null) =>
  getFundingSecured(context, { by: "partnership", partnershipIds: null, asAt, knownAt: null });

const rawMs = await timed(async () => sum.all());
let day = 0;
// Each of these days is asked for once, so nothing of it is known from before.
const firstMs = await timed(() => {
  day += 1;
  return ask(`2026-10-${String(day).padStart(2, "0")}`);
});
await ask(null);
const againMs = await timed(() => ask(null));
process.stdout.write(JSON.stringify({ rawMs, firstMs, againMs }));
await db.close();

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return median(times);
}
