import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { cpus, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { type HarnessResult, LONG, RESULTS } from "./results.ts";
import { withResults } from "./results-table.ts";

const DOCUMENT = "docs/trust.md";

/** Writes what the harnesses of a long run did and found into the document about them, at its end. */
export default function setup(): () => void {
  const started = Date.now();
  return () => {
    if (!LONG || !existsSync(RESULTS)) return;
    const files = readdirSync(RESULTS).map((file) => join(RESULTS, file));
    const ofThisRun = files.filter((file) => file.endsWith(".json") && statSync(file).mtimeMs >= started);
    const results = ofThisRun.map((file) => JSON.parse(readFileSync(file, "utf8")) as HarnessResult);
    writeFileSync(DOCUMENT, withResults(readFileSync(DOCUMENT, "utf8"), results, machine()));
  };
}

function machine(): string {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const parts = [`${cpus().length} × ${processor?.model.trim() ?? "unknown"}`, `${memory} GB`];
  return [...parts, `${platform()} ${release()}`, `Node ${process.versions.node}`].join(", ");
}
