import { defineConfig } from "@playwright/test";
import { findChromium } from "./tests/support/chromium.ts";

const FIRST_PORT = Number(process.env.E2E_PORT ?? 4310);

/** Each project has a server and a demo of its own, so that what one changes the other does not see. */
const BOTH = [
  { name: "javascript on", javaScriptEnabled: true, port: FIRST_PORT },
  { name: "javascript off", javaScriptEnabled: false, port: FIRST_PORT + 1 },
];

/** One of them alone, where the two run beside each other: E2E_JAVASCRIPT is "on" or "off". */
const projects = BOTH.filter(({ name }) => name.endsWith(process.env.E2E_JAVASCRIPT ?? ""));

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: `test-results/browser/${process.env.E2E_JAVASCRIPT ?? "both"}`,
  // The tests of a project share one register.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    launchOptions: findChromium(),
    locale: "en-GB",
    timezoneId: "Europe/London",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
  projects: projects.map(({ name, javaScriptEnabled, port }) => ({
    name,
    use: { javaScriptEnabled, baseURL: `http://localhost:${port}` },
  })),
  webServer: projects.map(({ port }) => ({
    command: `node --import tsx tests/support/demo-server.ts ${port}`,
    url: `http://localhost:${port}/readyz`,
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
    stdout: "ignore",
    stderr: "pipe",
  })),
});
