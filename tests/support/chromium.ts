import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium } from "@playwright/test";

/** How to start the browser: Playwright's `launchOptions`. */
export type Browser = { executablePath: string; args: string[]; env?: NodeJS.ProcessEnv };

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** Root has no sandbox; a container's /dev/shm is too small for a browser. */
const ARGS = ["--no-sandbox", "--disable-dev-shm-usage"];

/**
 * The browser of the end-to-end tests: the one of CHROMIUM_PATH, else this machine's, else Playwright's own, else the
 * one that came with npm, which is unpacked once.
 */
export function findChromium(): Browser {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given))
    throw new Error(`CHROMIUM_PATH names a file that does not exist: ${given}`);
  const executablePath = [given, ...INSTALLED, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );
  return executablePath ? { executablePath, args: ARGS } : unpackedChromium();
}

function unpackedChromium(): Browser {
  const { version } = JSON.parse(readFileSync("node_modules/@sparticuz/chromium/package.json", "utf8"));
  const folder = resolve("node_modules/.cache", `chromium-${version}`);
  if (!existsSync(folder)) unpack(folder);
  const executablePath = join(folder, "chromium");
  const plain = { ...fonts(folder) };
  if (starts(executablePath, plain)) return { executablePath, args: ARGS, env: environment(plain) };
  // The libraries that came along stand in for those that the machine lacks.
  const own = { ...plain, LD_LIBRARY_PATH: join(folder, "al2023", "lib") };
  if (starts(executablePath, own)) return { executablePath, args: ARGS, env: environment(own) };
  throw new Error(
    "No browser starts here. Install the system package chromium (Debian, Ubuntu: apt-get install chromium), " +
      "or set CHROMIUM_PATH to a Chromium or Chrome.",
  );
}

/** Unpacked beside its final place first, so that one that was interrupted is never taken for a whole one. */
function unpack(folder: string): void {
  mkdirSync(resolve("node_modules/.cache"), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  const { status } = spawnSync(process.execPath, ["tests/support/extract-chromium.mjs"], {
    stdio: "inherit",
    // The variable makes the package unpack its libraries too.
    env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
  });
  if (status !== 0) {
    rmSync(unfinished, { recursive: true });
    throw new Error("The browser that came with npm could not be unpacked");
  }
  const config = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`;
  writeFileSync(join(unfinished, "fonts", "fonts.conf"), config);
  if (existsSync(folder)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, folder);
}

/** A machine without fonts of its own shows pages in the one that came along. */
function fonts(folder: string): Record<string, string> {
  return existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(folder, "fonts") };
}

function starts(executablePath: string, extra: Record<string, string>): boolean {
  return spawnSync(executablePath, ["--version"], { env: environment(extra), stdio: "ignore" }).status === 0;
}

function environment(extra: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...extra };
}
