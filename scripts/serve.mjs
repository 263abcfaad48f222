import { spawn } from "node:child_process";
import { ROOT } from "./prepare.mjs";

/** Runs the server until it ends, and ends as it did. A signal sent here stops it in good order. */
export function serve(environment = {}) {
  const server = spawn(process.execPath, ["--import", "tsx", "app/platform/server/main.ts"], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => server.kill(signal));
  server.on("exit", (code) => process.exit(code ?? 1));
}
