import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder; every script runs from there. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const SOURCES = ["app", "db", "public", "package-lock.json", "remix.config.js", "vite.config.ts", "scripts"];
const NPM = process.platform === "win32" ? "npm.cmd" : "npm";

/** Refuses a Node that is too old, in words, before anything else fails on it. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const supported = major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (supported) return;
  stop(
    `Node ${process.versions.node} is not supported. Install Node 24 (20.19 or later and 22.12 or later work too).`,
  );
}

/** Installs the packages where they are missing, or not those of the lock file. */
export function install() {
  if (isInstalled()) return;
  say("Installing packages (a few minutes the first time)");
  if (run(NPM, ["ci", "--no-audit", "--no-fund"]) !== 0) {
    stop(
      "The packages could not be installed. Where better-sqlite3 has no ready-made binary for this machine, it is " +
        "compiled: that needs the system packages python3, make and g++ (Debian, Ubuntu: apt-get install build-essential python3).",
    );
  }
}

/** True where every package is there as the lock file says; a file that was only fetched anew installs nothing. */
function isInstalled() {
  const packages = (file) => JSON.parse(readFileSync(join(ROOT, file), "utf8")).packages;
  const [lock, there] = ["package-lock.json", join("node_modules", ".package-lock.json")];
  if (!existsSync(join(ROOT, there))) return false;
  if (newest(join(ROOT, there)) >= newest(join(ROOT, lock))) return true;
  const installed = packages(there);
  return Object.entries(packages(lock)).every(([path, { version, optional }]) => {
    const found = installed[path];
    return path === "" || (found ? found.version === version : optional === true);
  });
}

/** Builds the pages where they are missing, or older than what they are made of. */
export function build() {
  const sources = Math.max(...SOURCES.map((source) => newest(join(ROOT, source))));
  if (newest(join(ROOT, "build", "server", "index.js")) >= sources) return;
  say("Building the pages");
  if (run(NPM, ["run", "--silent", "build", "--", "--logLevel", "error"]) !== 0)
    stop("The pages could not be built.");
}

/** Runs a command to its end, its output shown. @returns its exit code */
export function run(command, parameters, environment = {}) {
  const { status, error } = spawnSync(command, parameters, {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...environment },
    shell: process.platform === "win32",
  });
  if (error) say(error.message);
  return status ?? 1;
}

/** The same without holding up what runs beside it. @returns its exit code and all that it printed, once it has ended. */
export function runQuietly(command, parameters, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...environment },
      shell: process.platform === "win32",
    });
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => printed.push(piece));
    child.on("error", (error) => resolve({ code: 1, output: `${error.message}\n` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(printed).toString() }));
  });
}

export function say(text) {
  process.stdout.write(`\n▸ ${text}\n`);
}

export function stop(text) {
  process.stderr.write(`\n${text}\n`);
  process.exit(1);
}

/** When the newest file of a file or folder was written; 0 where there is none. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
