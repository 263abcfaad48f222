import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { install, ROOT, requireNode, run, say } from "./prepare.mjs";

const RESULTS = join(ROOT, "test-results", "reports");
const bin = (name) => join(ROOT, "node_modules", ".bin", name);

/** Each check counts as one; each runner counts its tests. All of them run, so that one run shows all failures. */
const STEPS = [
  check("Format and lint", "biome", ["check", "--error-on-warnings", "."]),
  check("Types", "tsc", ["--noEmit"]),
  check("Boundaries", "depcruise", ["app", "db", "tests", "scripts", "--config", ".dependency-cruiser.cjs"]),
  check("Unused code and packages", "knip", []),
  check("Build", "remix", ["vite:build", "--logLevel", "error"]),
  vitest("Unit and architecture tests", "unit"),
  vitest("Integration tests on SQLite", "sqlite"),
  vitest("Integration tests on PostgreSQL", "postgres"),
  vitest("Trust: who may do what, forms from other sites, odd input", "trust"),
  vitest("Crashes, bad disks, many at once, backup and restore", "robustness", "--no-file-parallelism"),
  playwright("End-to-end tests in a browser, with JavaScript and without"),
];

requireNode();
install();
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const outcomes = STEPS.map(({ title, measure }) => {
  say(title);
  const started = Date.now();
  const { passed, failed } = measure();
  const seconds = Math.round((Date.now() - started) / 1000);
  return { title, passed, failed, seconds };
});

say("All of it");
for (const { title, passed, failed, seconds } of outcomes) {
  process.stdout.write(
    `${failed > 0 ? "✘" : "✔"} ${title}: ${passed} passed, ${failed} failed (${seconds} s)\n`,
  );
}
const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
process.stdout.write(`\n${sum("passed")} passed, ${sum("failed")} failed\n`);
process.exitCode = sum("failed") > 0 ? 1 : 0;

function check(title, command, parameters) {
  const measure = () =>
    run(bin(command), parameters) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return { title, measure };
}

function vitest(title, project, ...options) {
  const measure = () => {
    const report = join(RESULTS, `${project}.json`);
    const code = run(bin("vitest"), [
      "run",
      `--project=${project}`,
      ...options,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ]);
    return counted(code, report, ({ numPassedTests, numFailedTests, testResults }) => ({
      passed: numPassedTests,
      // A file that could not be read has no tests to fail.
      failed:
        numFailedTests +
        testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length,
    }));
  };
  return { title, measure };
}

function playwright(title) {
  const measure = () => {
    const report = join(RESULTS, "playwright.json");
    const code = run(bin("playwright"), ["test", "--reporter=list,json"], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    });
    return counted(code, report, ({ stats, errors }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
    }));
  };
  return { title, measure };
}

/** A runner that ran nothing, or failed without saying what, has failed. */
function counted(code, report, count) {
  const { passed, failed } = readCounts(report, count);
  const silent = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : failed };
}

function readCounts(report, count) {
  try {
    return count(JSON.parse(readFileSync(report, "utf8")));
  } catch {
    return { passed: 0, failed: 0 };
  }
}
