import { defineConfig } from "vitest/config";

process.env.TZ = "Europe/London";
// The framework's compiler stays out of the tests, wherever this file is read from.
process.env.VITEST = "true";

/**
 * The files of a worker share what they import, as the requests to a server do: to read and run all of it anew for each
 * file takes longer than most of their tests. Not where a file runs as in production, which the first import settles.
 */
const SHARED = { isolate: false };

export default defineConfig({
  test: {
    setupFiles: ["tests/support/no-console-errors.setup.ts"],
    // Ends what hangs, and times nothing: a busy machine takes several times as long.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    css: false,
    // Each file has a database of its own; by itself the runner leaves one of two cores idle.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          ...SHARED,
          name: "unit",
          include: ["app/**/*.test.{ts,tsx}", "db/**/*.test.ts", "tests/architecture/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          ...SHARED,
          name: "sqlite",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/support/sqlite.setup.ts", "tests/trust/results.setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          ...SHARED,
          name: "postgres",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/support/postgres.setup.ts", "tests/trust/results.setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "trust",
          include: ["tests/trust/**/*.test.ts"],
          globalSetup: [
            process.env.TRUST_ENGINE === "postgres"
              ? "tests/support/postgres.setup.ts"
              : "tests/support/sqlite.setup.ts",
            "tests/trust/results.setup.ts",
          ],
          testTimeout: 4 * 60 * 60_000,
          // A register for everybody is made first: on PostgreSQL, and on a machine that does other things, in minutes.
          hookTimeout: 15 * 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "robustness",
          include: ["tests/robustness/**/*.test.ts"],
          globalSetup: ["tests/trust/results.setup.ts"],
          testTimeout: 60 * 60_000,
        },
      },
    ],
  },
});
