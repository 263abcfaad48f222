import { spawn, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { SERVER } from "../../scripts/serve.mjs";

/**
 * The real server over a demo filled afresh, for the end-to-end tests:
 * `node --import tsx tests/support/demo-server.ts PORT`.
 */
const port = process.argv[2] ?? "4310";
const folder = `test-results/demo-${port}`;
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  DATABASE_URL: `sqlite:${folder}/register.sqlite`,
  PORT: port,
  PUBLIC_URL: `http://localhost:${port}`,
  LOG_LEVEL: "error",
  NODE_ENV: "production",
};

rmSync(folder, { recursive: true, force: true });
const filled = spawnSync(process.execPath, ["--import", "tsx", "app/cli/tracker.ts", "demo"], {
  env: environment,
  stdio: ["ignore", "ignore", "inherit"],
});
if (filled.status !== 0) process.exit(1);

const server = spawn(process.execPath, SERVER, {
  env: environment,
  stdio: "inherit",
});
process.on("SIGTERM", () => server.kill("SIGTERM"));
process.on("SIGINT", () => server.kill("SIGINT"));
server.on("exit", (code) => process.exit(code ?? 1));
