import { spawn } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { chromium } from "@playwright/test";
import { tsImport } from "tsx/esm/api";
import { build, install, ROOT, requireNode, say, stop } from "./prepare.mjs";

// Takes the pictures of the README and of the guide for officers, from a demo that is filled for them.
const PORT = 4390;
const ADDRESS = `http://localhost:${PORT}`;
const FOLDER = join(ROOT, "docs", "pictures");
const MARGIN = 12;
const MOST_BYTES = 200 * 1024;
const OFFICER = "Olu Officer";
const MANAGER = "Morgan Manager";

/** The heading of the page, with what stands above it. */
const heading = (page) => page.locator("main h1, main [class^=govuk-caption]:has(+ h1)").first();
const table = (page, name) => page.getByRole("table", { name });
const link = (page, name) => page.getByRole("main").getByRole("link", { name }).first();

/** Each picture: who is signed in, the page and what is done on it, and what stands at its top and its bottom. */
const PICTURES = [
  {
    file: "funding-secured",
    width: 1280,
    path: "/reports/funding-secured",
    top: (page) => page.getByText("Whole register", { exact: true }),
    bottom: (page) => page.getByText(/^Shares £/),
  },
  {
    file: "officers-home",
    path: "/",
    top: heading,
    bottom: (page) => table(page, "Your tasks"),
  },
  {
    file: "officers-round",
    path: "/rounds",
    open: (page) => link(page, /Safer neighbourhoods round/).click(),
    top: (page) => page.getByRole("heading", { name: "What of yours may fit" }),
    bottom: (page) => table(page, "Priority areas and projects that may fit"),
  },
  {
    file: "officers-new-bid",
    path: "/bids/new",
    top: heading,
    bottom: (page) => page.getByLabel("What is the money for?"),
  },
  {
    file: "officers-rules",
    path: "/bids?search=Town+centre+guardians",
    open: (page) => link(page, /Town centre guardians: a third year/).click(),
    top: heading,
    bottom: (page) => page.getByRole("region", { name: "Rules of the round" }),
  },
  {
    file: "officers-tasks",
    path: "/bids?search=Town+centre+guardians",
    open: (page) => link(page, /Town centre guardians: a third year/).click(),
    top: (page) => page.getByRole("heading", { name: "Tasks", exact: true }),
    bottom: (page) => link(page, "Add a task"),
  },
  {
    file: "officers-list",
    width: 1280,
    path: "/bids?status=submitted&sort=title",
    top: heading,
    bottom: (page) => page.getByRole("main").getByRole("row").nth(4),
  },
  {
    file: "officers-hand-over",
    as: MANAGER,
    path: "/hand-over",
    open: async (page) => {
      await page.getByLabel("Whose bids, awards and tasks?").selectOption({ label: OFFICER });
      await page.getByLabel("Who takes them over?").selectOption({ label: MANAGER });
      await page.getByRole("button", { name: "Show what would be handed over" }).click();
    },
    top: heading,
    bottom: (page) => page.getByRole("button", { name: /^Hand over / }),
  },
];

requireNode();
install();
build();
const server = spawn(process.execPath, ["--import", "tsx", "tests/support/demo-server.ts", String(PORT)], {
  cwd: ROOT,
  stdio: ["ignore", "ignore", "inherit"],
});
try {
  await untilReady();
  await takePictures();
} finally {
  server.kill("SIGTERM");
}
for (const { file } of PICTURES) {
  const { size } = statSync(pathOf(file));
  if (size > MOST_BYTES) stop(`${pathOf(file)} is larger than it may be: ${size} bytes.`);
  say(`${pathOf(file)} (${Math.ceil(size / 1024)} KB)`);
}

async function untilReady() {
  for (let attempt = 0; attempt < 240; attempt += 1) {
    const answer = await fetch(`${ADDRESS}/readyz`).catch(() => null);
    if (answer?.ok) return;
    if (server.exitCode !== null) break;
    await wait(500);
  }
  throw new Error("The demo server did not start");
}

async function takePictures() {
  const { findChromium } = await tsImport("../tests/support/chromium.ts", import.meta.url);
  const browser = await chromium.launch(findChromium());
  mkdirSync(FOLDER, { recursive: true });
  for (const picture of PICTURES) await takePicture(browser, picture);
  await browser.close();
}

/** A strip of a page, from one thing on it to another. */
async function takePicture(browser, { file, as = OFFICER, width = 1000, path, open, top, bottom }) {
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/London",
  });
  await page.goto(`${ADDRESS}/sign-in?next=${encodeURIComponent(path)}`);
  await page.getByRole("button", { name: `Sign in as ${as}` }).click();
  await page.waitForLoadState();
  if (open) await open(page);
  const first = await top(page).boundingBox();
  const last = await bottom(page).boundingBox();
  const y = Math.max(0, Math.floor(first.y) - MARGIN);
  const height = Math.ceil(last.y + last.height) + MARGIN - y;
  await page.screenshot({ path: pathOf(file), fullPage: true, clip: { x: 0, y, width, height } });
  await page.close();
}

function pathOf(file) {
  return join(FOLDER, `${file}.png`);
}
