import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrateToLatest } from "#db/migrate.server.ts";
import { openDatabase } from "#db/open.server.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { tracker, trackerProcess } from "./tracker.ts";

const database = useDatabase();
const directory = mkdtempSync(join(tmpdir(), "register-cli-"));
const fileUrl = (name: string) => `sqlite:${join(directory, name)}`;
let reader: string;

beforeAll(async () => {
  const context = make.operatorContext(database.db);
  const [harborough, borley] = [
    await make.createPartnership(database.db, "Harborough"),
    await make.createPartnership(database.db, "Borley"),
  ];
  const own = await make.createAward(database.db, [harborough], { reference: "OWN" });
  const joint = await make.createAward(database.db, [harborough, borley], { reference: "JOINT" });
  await seal(context, own, {
    amountPence: 3_607_300,
    lines: [line({ amountPence: 3_607_300, partnershipId: harborough })],
  });
  await seal(context, joint, { amountPence: 29_999_800 });
  reader = (await make.createPerson(database.db, { [harborough]: "reader" })).actor.email;
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

const run = (...args: string[]) => tracker(database.url, ...args);

describe("as a process of its own, the command line", () => {
  test("prints the result alone on standard output and ends with 0", async () => {
    const args = ["report", "funding-secured", "--format", "json"];
    const { code, out, err } = await trackerProcess(database.url, ...args);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toBe((await run(...args)).out);
  });

  test("ends with 1 where it failed and with 2 where it was not written as it must be", async () => {
    const failed = await trackerProcess(fileUrl("nowhere.sqlite"), "verify");
    expect([failed.code, failed.out, failed.err.includes("There is no register")]).toEqual([1, "", true]);
    const wrong = await trackerProcess(database.url, "report", "funding-secured", "--by", "colour");
    expect([wrong.code, wrong.out, wrong.err.includes("--by must be one of")]).toEqual([2, "", true]);
  });
});

describe("report funding-secured", () => {
  test("prints the table with its proof, and nothing else, on standard output", async () => {
    const { code, out, err } = await run("report", "funding-secured", "--as-at", "31 March 2025");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^Funding secured by partnership\nWhole register\. As at 31 March 2025/);
    expect(out).toContain(
      "Shares £36,073.00 + not yet apportioned £299,998.00 = awards £336,071.00. Counted twice: £0.00\n",
    );
  });

  test("prints JSON that a program reads", async () => {
    const { code, out } = await run("report", "funding-secured", "--format", "json", "--as-at", "2026-11-21");
    expect(code).toBe(0);
    const report = JSON.parse(out);
    expect(Object.keys(report)).toEqual([
      "report",
      "by",
      "asAt",
      "knownAt",
      "rows",
      "notApportionedPence",
      "totalPence",
      "awards",
      "notRecorded",
      "approximatePence",
      "mayBeTooHighByPence",
      "jointSplitNotKnownPence",
    ]);
    expect(report).toMatchObject({ asAt: "2026-11-21", totalPence: 33_607_100, awards: 2 });
    expect(report.rows).toEqual([
      {
        id: expect.any(Number),
        name: "Harborough",
        securedPence: 3_607_300,
        grossPence: 3_607_300,
        passedOnPence: 0,
        awards: 1,
        notRecorded: 0,
        approximatePence: 0,
      },
    ]);
  });

  test("prints CSV", async () => {
    const { code, out } = await run("report", "funding-secured", "--by", "stream", "--format", "csv");
    expect([code, parse(out)]).toEqual([
      0,
      [
        ["Stream", "Awards", "Secured (£)"],
        ["Not yet apportioned", "2", "336071.00"],
      ],
    ]);
  });

  test("is narrowed to a partnership, and to what a person may see", async () => {
    const json = ["report", "funding-secured", "--format", "json"];
    const one = JSON.parse((await run(...json, "--partnership", "harborough")).out);
    expect(one).toMatchObject({ totalPence: 3_607_300, jointSplitNotKnownPence: 29_999_800 });
    expect(JSON.parse((await run(...json, "--as", reader)).out)).toEqual(one);
    const foreign = await run(...json, "--as", reader, "--partnership", "Borley");
    const absent = await run(...json, "--as", reader, "--partnership", "Nowhere");
    expect([foreign.code, foreign.out, foreign.err]).toEqual([
      1,
      "",
      "There is no partnership called Borley\n",
    ]);
    expect([absent.code, absent.out, absent.err]).toEqual([
      1,
      "",
      "There is no partnership called Nowhere\n",
    ]);
    expect((await run(...json, "--as", "nobody@example.org")).code).toBe(1);
  });
});

test("what is not written as it must be ends with 2, and says why on standard error", async () => {
  for (const args of [
    [],
    ["publish"],
    ["report"],
    ["report", "funding-spent"],
    ["report", "funding-secured", "--by", "colour"],
    ["report", "funding-secured", "--as-at", "2025-02-30"],
    ["report", "funding-secured", "--known-at", "soon"],
    ["report", "funding-secured", "--format", "xml"],
    ["report", "funding-secured", "--colour"],
    ["verify", "everything"],
    ["person", "add", "--name", "A"],
    ["person", "add", "--name", "A", "--email", "a@example.org", "--role", "reader"],
  ]) {
    const { code, out, err } = await run(...args);
    expect([code, out, err.length > 0], args.join(" ")).toEqual([2, "", true]);
  }
  expect((await tracker("mysql://somewhere", "verify")).code).toBe(2);
}, 90_000);

test("help is printed on standard output", async () => {
  const { code, out, err } = await run("help");
  expect([code, err]).toEqual([0, ""]);
  for (const command of ["migrate", "demo", "report funding-secured", "verify", "person add"]) {
    expect(out).toContain(command);
  }
});

describe("verify", () => {
  test("says what it checked and that nothing is wrong", async () => {
    const { code, out, err } = await run("verify");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^Checked: awards 2, versions 2, lines 2,\npostings 2, claims 0, audit entries 2\./);
    expect(out.endsWith("Nothing is wrong\n")).toBe(true);
  });

  test("names what is wrong and ends with 1", async () => {
    const url = fileUrl("wrong.sqlite");
    const db = openDatabase(url);
    await migrateToLatest(db);
    await db.write((transaction) =>
      transaction
        .insertInto("summary_fund")
        .values({
          fund_id: 0,
          funder_id: 0,
          financial_year: 0,
          gross_pence: 1,
          passed_on_pence: 0,
          not_recorded: 0,
          approximate_pence: 0,
        })
        .execute(),
    );
    await db.close();
    const { code, out, err } = await tracker(url, "verify");
    expect([code, err]).toEqual([1, "1 problem was found\n"]);
    expect(out).toContain("The summary by fund and year differs from the postings");
  });
});

describe("person add", () => {
  test("prints the link and nothing else on standard output", async () => {
    const roles = ["--role", "finance", "--partnership", "Borley"];
    const added = await run("person", "add", "--name", "Ana", "--email", "Ana@example.org", ...roles);
    expect(added.code).toBe(0);
    expect(added.out).toMatch(/^http:\/\/localhost:3000\/choose-password\/[\w-]{43}\n$/);
    expect(added.err).toMatch(/^Ana has an account\./);
    const again = await run("person", "add", "--name", "Ana", "--email", "ana@example.org");
    expect([again.code, again.out]).toEqual([1, ""]);
    const actor = await database.db.read
      .selectFrom("audit_entry")
      .select(["actor_kind", "action"])
      .orderBy("seq", "desc")
      .limit(1)
      .executeTakeFirst();
    expect(actor).toEqual({ actor_kind: "operator", action: "add person" });
  });

  test("adds nobody for a partnership that is not there", async () => {
    const roles = ["--role", "finance", "--partnership", "Nowhere"];
    const { code, err } = await run("person", "add", "--name", "Bo", "--email", "bo@example.org", ...roles);
    expect([code, err]).toEqual([1, "There is no partnership called Nowhere\n"]);
  });
});

describe("a database that is no register", () => {
  test("is not made by looking into it", async () => {
    for (const args of [
      ["report", "funding-secured"],
      ["verify"],
      ["person", "add", "--name", "A", "--email", "a@b.cd"],
    ]) {
      const { code, out, err } = await tracker(fileUrl("absent.sqlite"), ...args);
      expect([code, out]).toEqual([1, ""]);
      expect(err).toContain("There is no register at");
    }
    expect(existsSync(join(directory, "absent.sqlite"))).toBe(false);
  });

  test("is said to be empty, or not a database at all", async () => {
    writeFileSync(join(directory, "empty.sqlite"), "");
    writeFileSync(join(directory, "letter.sqlite"), "Dear partnership, ".repeat(100));
    const empty = await tracker(fileUrl("empty.sqlite"), "report", "funding-secured");
    expect([empty.code, empty.err]).toEqual([
      1,
      'The database is empty. Make a register in it with "migrate" or "demo"\n',
    ]);
    const letter = await tracker(fileUrl("letter.sqlite"), "verify");
    expect([letter.code, letter.err.includes("The database cannot be used")]).toEqual([1, true]);
    const gone = await tracker("postgres://nobody@127.0.0.1:1/none", "verify");
    expect([gone.code, gone.err.includes("The database cannot be used")]).toEqual([1, true]);
  });

  test("becomes one by migrate, and then the report is of nothing", async () => {
    const url = fileUrl("new.sqlite");
    expect((await tracker(url, "migrate")).code).toBe(0);
    const again = await tracker(url, "migrate");
    expect([again.code, again.out, again.err]).toEqual([0, "", "The register is up to date already\n"]);
    const { code, out } = await tracker(url, "report", "funding-secured", "--format", "json");
    expect([code, JSON.parse(out)]).toMatchObject([0, { rows: [], totalPence: 0, awards: 0 }]);
  });
});

describe("demo", () => {
  test("makes a register, fills it, and is refused a second time", async () => {
    const url = fileUrl("demo.sqlite");
    const first = await trackerProcess(url, "demo");
    expect([first.code, first.out]).toEqual([0, ""]);
    expect(readdirSync(directory).filter((name) => name.startsWith("demo"))).toEqual(["demo.sqlite"]);
    const totals = [];
    for (const by of ["partnership", "funder", "fund", "priority", "theme", "project", "year", "stream"]) {
      const { out } = await tracker(url, "report", "funding-secured", "--by", by, "--format", "json");
      totals.push(JSON.parse(out).totalPence);
    }
    expect(new Set(totals).size).toBe(1);
    const { out } = await tracker(url, "report", "funding-secured", "--format", "json");
    const { rows, notApportionedPence } = JSON.parse(out);
    const harborough = rows.find((row: { name: string }) => row.name.startsWith("Harborough"));
    expect([harborough.securedPence, notApportionedPence]).toEqual([3_607_300, 29_999_800]);
    const second = await tracker(url, "demo");
    expect([second.code, second.out]).toEqual([1, ""]);
    expect(second.err).toContain("holds something already");
    expect((await tracker(url, "verify")).code).toBe(0);
  }, 90_000);

  test("is not put into a register in which somebody has begun", async () => {
    const before = await database.db.read.selectFrom("audit_head").select("seq").executeTakeFirstOrThrow();
    expect((await run("demo")).code).toBe(1);
    const after = await database.db.read.selectFrom("audit_head").select("seq").executeTakeFirstOrThrow();
    expect(after).toEqual(before);
  });
});
