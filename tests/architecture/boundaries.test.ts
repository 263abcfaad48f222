import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise, type IConfiguration, type ICruiseResult } from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const config: IConfiguration = createRequire(import.meta.url)("../../.dependency-cruiser.cjs");

type Breach = [rule: string, file: string, text: string];

/** A small house in which every import is allowed. */
const HOUSE: Record<string, string> = {
  "app/core/money.ts": "export const money = 1;",
  "app/core/money.test.ts":
    'import { test } from "vitest";\nimport { money } from "./money.ts";\ntest(String(money), () => {});',
  "app/ui/govuk/button.tsx":
    'import { money } from "#app/core/money.ts";\nexport const Button = () => money;',
  "app/platform/page.server.ts":
    'import type { Database } from "#db/open.server.ts";\nexport type Page = Database;',
  "app/platform/server/main.ts": 'import { open } from "#db/open.server.ts";\nopen();',
  "app/root.tsx": 'import { Button } from "#app/ui/govuk/button.tsx";\nexport default Button;',
  "app/funds/index.ts": 'export { fund } from "./fund.ts";',
  "app/funds/index.server.ts": 'export { getFund } from "./funds.queries.server.ts";',
  "app/funds/fund.ts": "export const fund = 1;",
  "app/funds/funds.queries.server.ts":
    'import { open } from "#db/open.server.ts";\nexport const getFund = open;',
  "app/funds/fund.page.tsx": 'import { getBid } from "#app/bids/index.server.ts";\nexport default getBid;',
  "app/bids/index.ts": 'export { bid } from "./bid.ts";',
  "app/bids/index.server.ts":
    'import type { Page } from "#app/platform/page.server.ts";\nexport const getBid = (page: Page) => page;',
  "app/bids/bid.ts": 'import { fund } from "#app/funds/index.ts";\nexport const bid = fund;',
  "app/cli/tracker.ts":
    'import { open } from "#db/open.server.ts";\nimport { getBid } from "#app/bids/index.server.ts";\nopen(getBid);',
  "db/open.server.ts":
    'import { sqlite } from "./dialect/sqlite.ts";\nimport { money } from "#app/core/money.ts";\nexport type Database = typeof money;\nexport const open = (...parts: unknown[]) => [sqlite, parts];',
  "db/dialect/sqlite.ts":
    'import Sqlite from "better-sqlite3";\nimport pg from "pg";\nexport const sqlite = [Sqlite, pg];',
  "db/schema.ts": "export const schema = 1;",
  "db/migrations/2026-01-01-start.ts":
    'import { sqlite } from "../dialect/sqlite.ts";\nexport const up = sqlite;',
  "tests/factories/bid.ts": 'import { bid } from "#app/bids/bid.ts";\nexport const aBid = bid;',
};

const BREACHES: Breach[] = [
  ["core-is-pure", "app/core/clock.ts", 'import { readFileSync } from "node:fs";\nreadFileSync("x");'],
  ["core-is-pure", "app/core/table.ts", 'import { sql } from "kysely";\nsql``;'],
  ["core-is-pure", "app/core/label.ts", 'import { fund } from "#app/funds/index.ts";\nfund;'],
  [
    "ui-and-platform-import-core-only",
    "app/ui/layout/menu.tsx",
    'import { bid } from "#app/bids/index.ts";\nbid;',
  ],
  [
    "ui-and-platform-import-core-only",
    "app/ui/layout/page.tsx",
    'import type { Page } from "#app/platform/page.server.ts";\nexport type P = Page;',
  ],
  [
    "ui-and-platform-import-core-only",
    "app/platform/audit.server.ts",
    'import { getBid } from "#app/bids/index.server.ts";\ngetBid;',
  ],
  [
    "domains-meet-at-the-front-door",
    "app/bids/amount.ts",
    'import { fund } from "#app/funds/fund.ts";\nfund;',
  ],
  [
    "domains-meet-at-the-front-door",
    "app/bids/bid.page.tsx",
    'import { getFund } from "#app/funds/funds.queries.server.ts";\ngetFund;',
  ],
  ["domains-meet-at-the-front-door", "app/entry.server.tsx", 'import { bid } from "#app/bids/bid.ts";\nbid;'],
  ["domains-stand-on-earlier-ones", "app/funds/round.ts", 'import { bid } from "#app/bids/index.ts";\nbid;'],
  ["nothing-imports-a-page", "app/funds/fund-title.ts", 'import page from "./fund.page.tsx";\npage;'],
  ["nothing-imports-the-server", "app/platform/start.server.ts", 'import "./server/main.ts";'],
  [
    "pages-and-ui-never-touch-the-database",
    "app/bids/bids.page.tsx",
    'import { open } from "#db/open.server.ts";\nopen();',
  ],
  [
    "pages-and-ui-never-touch-the-database",
    "app/ui/govuk/table.tsx",
    'import { sql } from "kysely";\nsql``;',
  ],
  [
    "only-server-files-touch-the-database",
    "app/bids/bid.rules.ts",
    'import { open } from "#db/open.server.ts";\nopen();',
  ],
  [
    "only-server-files-touch-the-database",
    "app/bids/bid.schema.ts",
    'import type { Database } from "../../db/open.server.ts";\nexport type D = Database;',
  ],
  ["drivers-only-in-the-dialect-room", "app/bids/bids.queries.server.ts", 'import pg from "pg";\npg;'],
  ["drivers-only-in-the-dialect-room", "db/seed.ts", 'import Sqlite from "better-sqlite3";\nSqlite;'],
  [
    "the-database-imports-core-only",
    "db/seed.server.ts",
    'import { fund } from "#app/funds/index.ts";\nfund;',
  ],
  [
    "migrations-are-frozen",
    "db/migrations/2026-02-01-more.ts",
    'import { schema } from "../schema.ts";\nschema;',
  ],
  [
    "migrations-are-frozen",
    "db/migrations/2026-03-01-most.ts",
    'import { money } from "#app/core/money.ts";\nmoney;',
  ],
  [
    "the-product-never-imports-tests",
    "app/funds/demo-fund.ts",
    'import { aBid } from "#tests/factories/bid.ts";\naBid;',
  ],
  [
    "the-plain-front-door-stays-in-the-browser",
    "app/bids/index.ts",
    'export { listBids } from "./list-bids.server.ts";',
  ],
  ["no-circles", "app/bids/bid.ts", 'import { other } from "./other.ts";\nexport const bid = () => other;'],
];

/** What the breaches lean on, and nothing else does. */
const BESIDE_BREACHES: Record<string, string> = {
  "app/bids/list-bids.server.ts": "export const listBids = 1;",
  "app/bids/other.ts": 'import { bid } from "./bid.ts";\nexport const other = () => bid;',
};

let folder = "";

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "register-house-")));
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  write(
    "package.json",
    JSON.stringify({
      type: "module",
      imports: { "#app/*": "./app/*", "#db/*": "./db/*", "#tests/*": "./tests/*" },
    }),
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), `${text}\n`);
}

/** The rules that a house breaks, each once. */
async function brokenRules(house: Record<string, string>): Promise<string[]> {
  for (const part of ["app", "db", "tests"]) rmSync(join(folder, part), { recursive: true, force: true });
  for (const [file, text] of Object.entries(house)) write(file, text);
  const { tsConfig: _ours, enhancedResolveOptions, ...options } = config.options ?? {};
  const { output } = await cruise(
    ["app", "db", "tests"],
    { ...options, baseDir: folder, validate: true, ruleSet: { forbidden: config.forbidden } },
    { ...enhancedResolveOptions },
  );
  return [...new Set((output as ICruiseResult).summary.violations.map(({ rule }) => rule.name))];
}

describe("the directions between the parts of the program", () => {
  test("let every import through that the design has", async () => {
    expect(await brokenRules(HOUSE)).toEqual([]);
  });

  test.each(BREACHES)("%s: refused in %s", async (rule, file, text) => {
    const beside =
      rule === "the-plain-front-door-stays-in-the-browser" || rule === "no-circles" ? BESIDE_BREACHES : {};
    expect(await brokenRules({ ...HOUSE, ...beside, [file]: text })).toEqual([rule]);
  });

  test("are each proven by a breach", () => {
    const rules = new Set(config.forbidden?.map(({ name }) => name));
    expect([...rules].sort()).toEqual([...new Set(BREACHES.map(([rule]) => rule))].sort());
  });
});
