import { spawn } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { chromium } from "@playwright/test";
import { tsImport } from "tsx/esm/api";
import { build, install, ROOT, requireNode, say, stop } from "./prepare.mjs";

// Takes the README's picture of the report, from a demo that is filled for it.
const PORT = 4390;
const ADDRESS = `http://localhost:${PORT}`;
const PICTURE = join(ROOT, "docs", "pictures", "funding-secured.png");
const WIDTH = 1280;
const MARGIN = 30;
const MOST_BYTES = 200 * 1024;

requireNode();
install();
build();
const server = spawn(process.execPath, ["--import", "tsx", "tests/support/demo-server.ts", String(PORT)], {
  cwd: ROOT,
  stdio: ["ignore", "ignore", "inherit"],
});
try {
  await untilReady();
  await takePicture();
} finally {
  server.kill("SIGTERM");
}
const { size } = statSync(PICTURE);
if (size > MOST_BYTES) stop(`${PICTURE} is larger than it may be: ${size} bytes.`);
say(`${PICTURE} (${Math.ceil(size / 1024)} KB)`);

async function untilReady() {
  for (let attempt = 0; attempt < 240; attempt += 1) {
    const answer = await fetch(`${ADDRESS}/readyz`).catch(() => null);
    if (answer?.ok) return;
    if (server.exitCode !== null) break;
    await wait(500);
  }
  throw new Error("The demo server did not start");
}

/** From the heading of the report to the proof line under its table. */
async function takePicture() {
  const { findChromium } = await tsImport("../tests/support/chromium.ts", import.meta.url);
  const browser = await chromium.launch(findChromium());
  const page = await browser.newPage({
    viewport: { width: WIDTH, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/London",
  });
  await page.goto(`${ADDRESS}/sign-in?next=/reports/funding-secured`);
  await page.getByRole("button", { name: "Sign in as Olu Officer" }).click();
  const heading = await page.getByText("Whole register", { exact: true }).boundingBox();
  const proof = await page.getByText(/^Shares £/).boundingBox();
  const top = Math.floor(heading.y) - MARGIN;
  const bottom = Math.ceil(proof.y + proof.height) + MARGIN;
  mkdirSync(join(ROOT, "docs", "pictures"), { recursive: true });
  await page.screenshot({
    path: PICTURE,
    fullPage: true,
    clip: { x: 0, y: top, width: WIDTH, height: bottom - top },
  });
  await browser.close();
}
