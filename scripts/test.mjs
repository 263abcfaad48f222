import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { install, ROOT, requireNode, runQuietly, say } from "./prepare.mjs";

const RESULTS = join(ROOT, "test-results", "reports");
const bin = (name) => join(ROOT, "node_modules", ".bin", name);

/**
 * Each check counts as one; each runner counts its tests. All of them run, so that one run shows all failures.
 * The stages follow each other. The lanes of a stage run side by side, because the tests in a browser leave half of two
 * cores idle; what breaks, kills and times servers has the machine to itself.
 */
const STAGES = [
  [[check("Build", "remix", ["vite:build", "--logLevel", "error"])]],
  [
    [playwright("End-to-end tests in a browser with JavaScript", "on")],
    [
      playwright("End-to-end tests in a browser without JavaScript", "off"),
      check("Types", "tsc", ["--noEmit"]),
      check("Boundaries", "depcruise", [
        "app",
        "db",
        "tests",
        "scripts",
        "--config",
        ".dependency-cruiser.cjs",
      ]),
      check("Unused code and packages", "knip", []),
    ],
    [
      check("Format and lint", "biome", ["check", "--error-on-warnings", "."]),
      vitest("Unit and architecture tests", "unit"),
      vitest("Integration tests on SQLite", "sqlite"),
      vitest("Integration tests on PostgreSQL", "postgres"),
    ],
  ],
  [
    [
      vitest("Trust: who may do what, forms from other sites, odd input", "trust"),
      vitest("Crashes, bad disks, many at once, backup and restore", "robustness", "--no-file-parallelism"),
    ],
  ],
];

requireNode();
install();
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const outcomes = [];
for (const lanes of STAGES) await Promise.all(lanes.map(runInOrder));

say("All of it");
for (const { title, passed, failed, failures, seconds } of outcomes) {
  process.stdout.write(
    `${failed > 0 ? "✘" : "✔"} ${title}: ${passed} passed, ${failed} failed (${seconds} s)\n`,
  );
  // Once more at the end: of a long run often the end alone is kept.
  for (const failure of failures) process.stdout.write(`    ✘ ${failure}\n`);
}
const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
process.stdout.write(`\n${sum("passed")} passed, ${sum("failed")} failed\n`);
process.exitCode = sum("failed") > 0 ? 1 : 0;

async function runInOrder(steps) {
  for (const { title, measure } of steps) {
    const started = Date.now();
    const { passed, failed, failures = [], output } = await measure();
    const seconds = Math.round((Date.now() - started) / 1000);
    outcomes.push({ title, passed, failed, failures, seconds });
    say(title);
    process.stdout.write(output);
  }
}

function check(title, command, parameters) {
  const measure = async () => {
    const { code, output } = await runQuietly(bin(command), parameters);
    return { ...(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }), output };
  };
  return { title, measure };
}

function vitest(title, project, ...options) {
  const measure = async () => {
    const report = join(RESULTS, `${project}.json`);
    const { code, output } = await runQuietly(bin("vitest"), [
      "run",
      `--project=${project}`,
      ...options,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ]);
    const counts = counted(code, report, ({ numPassedTests, numFailedTests, testResults }) => ({
      passed: numPassedTests,
      // A file that could not be read has no tests to fail.
      failed:
        numFailedTests +
        testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length,
      failures: testResults.flatMap(failuresOf),
    }));
    return { ...counts, output };
  };
  return { title, measure };
}

/** With JavaScript or without: each has a server and a register of its own. */
function playwright(title, javaScript) {
  const measure = async () => {
    const report = join(RESULTS, `playwright-${javaScript}.json`);
    const { code, output } = await runQuietly(bin("playwright"), ["test", "--reporter=list,json"], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      E2E_JAVASCRIPT: javaScript,
    });
    const counts = counted(code, report, ({ stats, errors, suites }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      failures: suites.flatMap(failedSpecs),
    }));
    return { ...counts, output };
  };
  return { title, measure };
}

/** The tests of a file that failed, each with the first line of its reason; the file itself where it could not be read. */
function failuresOf({ name, status, message, assertionResults }) {
  const file = relative(ROOT, name);
  if (status === "failed" && assertionResults.length === 0) return [`${file}: ${firstLine(message)}`];
  return assertionResults
    .filter((test) => test.status === "failed")
    .map(({ fullName, failureMessages }) => `${file}: ${fullName}: ${firstLine(failureMessages[0])}`);
}

function failedSpecs({ specs, suites = [] }) {
  const failed = specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `${file}:${line}: ${title}`);
  return [...failed, ...suites.flatMap(failedSpecs)];
}

function firstLine(text = "") {
  return text.split("\n")[0].slice(0, 200);
}

/** A runner that ran nothing, or failed without saying what, has failed. */
function counted(code, report, count) {
  const { passed, failed, failures } = readCounts(report, count);
  const silent = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : failed, failures };
}

function readCounts(report, count) {
  try {
    return count(JSON.parse(readFileSync(report, "utf8")));
  } catch {
    return { passed: 0, failed: 0, failures: [] };
  }
}
