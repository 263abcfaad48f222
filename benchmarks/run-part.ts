import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Measured } from "./measure-part.ts";
import { type Options, PARTS, type Part } from "./options.ts";
import { folder } from "./registers.ts";

/** What a part found, and when; or why it found nothing. */
export type PartResult = Measured & { part: Part; at: string; seconds: number; failed: string | null };

const LONGEST_MS = 15 * 60_000;
const FOUND = join(folder, "found");

/** Measures a part in a process of its own and keeps what it found. It may fail or hang without harm to the rest. */
export async function runPart(part: Part, args: readonly string[]): Promise<PartResult> {
  mkdirSync(FOUND, { recursive: true });
  const file = join(FOUND, "measured.json");
  rmSync(file, { force: true });
  const started = performance.now();
  const ended = await ending([...args, "--only", part], file);
  const seconds = (performance.now() - started) / 1000;
  const measured: Measured = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8"))
    : { findings: [], figures: [], spent: [] };
  const failed = existsSync(file) ? null : ended;
  const result = { ...measured, part, at: new Date().toISOString(), seconds, failed };
  writeFileSync(join(FOUND, `${part}.json`), JSON.stringify(result));
  return result;
}

/** Waits for the process of a part, and ends whatever it leaves running. @returns its last words */
function ending(args: string[], file: string): Promise<string> {
  const child = spawn(process.execPath, ["--import", "tsx", "benchmarks/part.ts", file, ...args], {
    stdio: ["ignore", "inherit", "pipe"],
    detached: true,
  });
  let last = "";
  child.stderr.on("data", (bytes: Buffer) => {
    process.stderr.write(bytes);
    last = `${last}${bytes}`.slice(-2000);
  });
  const endGroup = () => {
    try {
      process.kill(-(child.pid ?? 0), "SIGKILL");
    } catch {
      return;
    }
  };
  return new Promise((resolve) => {
    const late = setTimeout(endGroup, LONGEST_MS);
    child.once("exit", (code, signal) => {
      clearTimeout(late);
      endGroup();
      const error = /^\w*Error: .*$/m.exec(last)?.[0] ?? "";
      resolve(`${signal ? "ended after too long" : `ended with ${code}`} ${error}`.trim());
    });
  });
}

/** What was found last by each part that a run is about, or was before it. */
export function lastResults({ mode, parts }: Options): PartResult[] {
  return PARTS.flatMap((part) => {
    const file = join(FOUND, `${part}.json`);
    if (!existsSync(file) || (mode === "quick" && !parts.includes(part))) return [];
    return [JSON.parse(readFileSync(file, "utf8")) as PartResult];
  });
}
