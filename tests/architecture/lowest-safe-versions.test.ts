import { readFileSync } from "node:fs";
import BetterSqlite3 from "better-sqlite3";
import { describe, expect, test } from "vitest";

type Bound = { lowest: string[]; why: string };

const bounds: {
  packages: Record<string, Bound>;
  exceptions: Record<string, string>;
  sqlite: { lowest: string };
} = readJson("tests/architecture/lowest-safe-versions.json");
const lock: { packages: Record<string, { version?: string; dev?: boolean }> } = readJson("package-lock.json");

function readJson<Value>(file: string): Value {
  return JSON.parse(readFileSync(file, "utf8")) as Value;
}

function numbers(version: string): number[] {
  return (version.split("-", 1)[0] as string).split(".").map(Number);
}

/** Below 0 where `a` is older than `b`. */
function compare(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)];
  const place = left.findIndex((number, index) => number !== right[index]);
  return place === -1 ? 0 : (left[place] ?? 0) - (right[place] ?? 0);
}

/** At least the lowest of its own line (the first number), or of a line after all of those. */
function isSafe(version: string, lowest: readonly string[]): boolean {
  const line = numbers(version)[0];
  const own = lowest.find((bound) => numbers(bound)[0] === line);
  if (own !== undefined) return compare(version, own) >= 0;
  return lowest.every((bound) => (numbers(bound)[0] as number) < (line as number));
}

/** Every installed copy of a package: there may be several, of different versions. */
function copiesOf(name: string): [path: string, version: string][] {
  return Object.entries(lock.packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([path, { version = "" }]) => [path, version]);
}

describe("no installed package is older than what is safe:", () => {
  test.each(Object.entries(bounds.packages))("%s", (name, { lowest, why }) => {
    const tooOld = copiesOf(name)
      .filter(([path, version]) => !isSafe(version, lowest) && !(path in bounds.exceptions))
      .map(([path, version]) => `${path} ${version}: ${why}`);
    expect(tooOld).toEqual([]);
  });
});

test("every bound is of a package that is installed, and every exception is needed", () => {
  const gone = Object.keys(bounds.packages).filter((name) => copiesOf(name).length === 0);
  expect(gone).toEqual([]);
  const needless = Object.keys(bounds.exceptions).filter((path) => {
    const name = path.split("node_modules/").at(-1) as string;
    const version = lock.packages[path]?.version;
    return version === undefined || isSafe(version, bounds.packages[name]?.lowest ?? []);
  });
  expect(needless).toEqual([]);
});

test("an old version is found, in every line that a package has", () => {
  const lowest = ["6.3.1", "7.5.2"];
  for (const version of ["5.9.9", "6.3.0", "7.5.1", "7.5.1-beta.3"])
    expect(isSafe(version, lowest)).toBe(false);
  for (const version of ["6.3.1", "6.10.0", "7.5.2", "7.10.0", "8.0.0"])
    expect(isSafe(version, lowest)).toBe(true);
});

test("the SQLite that runs is one that does not damage a file that several processes share", () => {
  const memory = new BetterSqlite3(":memory:");
  const { version } = memory.prepare("select sqlite_version() as version").get() as { version: string };
  memory.close();
  expect(compare(version, bounds.sqlite.lowest)).toBeGreaterThanOrEqual(0);
});
