import { spawn } from "node:child_process";
import { ROOT } from "./prepare.mjs";

/**
 * The server's command line. Left to itself, Node lets its memory grow by hundreds of megabytes on a large machine
 * before it tidies up; the register holds little in memory.
 */
export const SERVER = ["--max-semi-space-size=8", "--max-old-space-size=384", "build/server/main.js"];

/** Runs the server until it ends, and ends as it did. A signal sent here stops it in good order. */
export function serve(environment = {}) {
  const server = spawn(process.execPath, SERVER, {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => server.kill(signal));
  server.on("exit", (code) => process.exit(code ?? 1));
}
