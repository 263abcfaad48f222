import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

type Profile = {
  nodes: { id: number; callFrame: { functionName: string; url: string } }[];
  samples: number[];
  timeDeltas: number[];
};

/** What the time of a process went into, in per cent of the time that it was busy. */
export type Spent = { title: string; parts: { part: string; percent: number }[] };

/** Sums a profile that `node --cpu-prof` left in a folder, its second half, in which requests were answered. */
export function readProfile(folder: string): Spent["parts"] {
  const [main] = readdirSync(folder)
    .filter((name) => name.endsWith(".cpuprofile"))
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Profile)
    .sort((a, b) => busyIn(b) - busyIn(a));
  if (!main) throw new Error("The server left no profile");
  const parts = new Map(main.nodes.map(({ id, callFrame }) => [id, partOf(callFrame)]));
  const whole = main.timeDeltas.reduce((sum, delta) => sum + delta, 0);
  const spent = new Map<string, number>();
  let passed = 0;
  for (const [index, id] of main.samples.entries()) {
    const delta = main.timeDeltas[index] ?? 0;
    passed += delta;
    const part = parts.get(id);
    if (passed > whole / 2 && part) spent.set(part, (spent.get(part) ?? 0) + delta);
  }
  const busy = [...spent.values()].reduce((sum, delta) => sum + delta, 0);
  return [...spent]
    .map(([part, delta]) => ({ part, percent: (100 * delta) / busy }))
    .sort((a, b) => b.percent - a.percent);
}

function busyIn({ nodes, samples }: Profile): number {
  const idle = new Set(
    nodes.filter(({ callFrame }) => callFrame.functionName === "(idle)").map(({ id }) => id),
  );
  return samples.filter((id) => !idle.has(id)).length;
}

/** Null for time in which nothing was done. */
function partOf({ functionName, url }: { functionName: string; url: string }): string | null {
  if (functionName === "(idle)" || functionName === "(root)") return null;
  if (functionName === "(garbage collector)") return "Garbage collection";
  // The engine runs inside the native functions that the driver calls, which is a part of the query builder.
  if (/better-sqlite3/.test(url) || (/\/kysely/.test(url) && functionName === "executeQuery"))
    return "SQLite";
  if (/\/kysely/.test(url)) return "Query builder (Kysely)";
  if (/@remix-run|react-router/.test(url)) return "Framework (Remix and its router)";
  if (/node_modules\/(react|react-dom|scheduler)\//.test(url)) return "Rendering (React)";
  if (/node_modules|\/zod-/.test(url)) return "Other packages (Express, compression, pino and others)";
  if (url.startsWith("node:") || url === "") return "Node itself (sockets, streams, requests)";
  return "The product's own code";
}
