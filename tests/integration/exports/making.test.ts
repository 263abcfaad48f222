import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { TooManyExportsError } from "#app/exports/turns.server.ts";
import { listUnderWay, stopFile } from "#app/exports/under-way.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { makeLedger } from "../reports/hand-made-ledger.ts";
import { begin, exported } from "./made-file.ts";

const database = useDatabase();
let operator: Context;

beforeAll(async () => {
  await makeLedger(database.db);
  operator = make.operatorContext(database.db);
});

async function audited() {
  const rows = await database.db.read
    .selectFrom("audit_entry")
    .select(["action", "record_id", "actor_id", "after_json"])
    .where("record_type", "=", "export")
    .orderBy("seq", "desc")
    .limit(2)
    .execute();
  return rows.map((row) => ({ ...row, after_json: JSON.parse(row.after_json ?? "null") })).reverse();
}

test("who exports what, with which filters, and how many rows they got, is in the audit log", async () => {
  const { id, context } = await make.createPerson(database.db, { 1: "reader" });
  const file = await exported(context, "awards", { params: { search: "split" }, asAt: "2026-01-01" });
  expect(await audited()).toMatchObject([
    {
      action: "export",
      record_id: "awards",
      actor_id: id,
      after_json: { format: "csv", filters: { "Title or reference": "split" }, asAt: "2026-01-01" },
    },
    { action: "finish export", record_id: "awards", after_json: { rows: 1, bytes: file.length } },
  ]);
});

test("a file that nobody takes to its end is not finished, and gives its turn back", async () => {
  for (let time = 0; time < 5; time += 1) {
    const { pieces } = await begin(operator, "lines");
    await pieces.next();
    await pieces.return(0);
  }
  const [, last] = await audited();
  expect(last).toMatchObject({ action: "stop export" });
  expect(last?.after_json.rows).toBeUndefined();
});

test("a file that is given up while it is made ends with an error", async () => {
  const given = new AbortController();
  const { pieces } = await begin(operator, "lines", {}, given.signal);
  await pieces.next();
  given.abort();
  await expect(pieces.next().then(() => pieces.next())).rejects.toThrow(/not wanted any more/);
});

test("whoever waits for a file sees how far it is and can stop it, and nobody else", async () => {
  const { context } = await make.createPerson(database.db, { 1: "reader" });
  const { context: other } = await make.createPerson(database.db, { 1: "reader" });
  const { pieces } = await begin(context, "lines");
  await pieces.next();
  const [file] = listUnderWay(context);
  expect(file).toMatchObject({ name: "Allocation lines, CSV" });
  expect(file?.bytes).toBeGreaterThan(0);
  expect(listUnderWay(other)).toEqual([]);
  expect(() => stopFile(other, file?.id ?? "")).toThrow(NotFoundError);
  stopFile(context, file?.id ?? "");
  await expect(pieces.next().then(() => pieces.next())).rejects.toThrow(/not wanted any more/);
  expect(listUnderWay(context)).toEqual([]);
});

test("no more than three are made at once", async () => {
  const making = [
    await begin(operator, "lines"),
    await begin(operator, "lines"),
    await begin(operator, "lines"),
  ];
  await expect(begin(operator, "lines")).rejects.toThrow(TooManyExportsError);
  for (const { pieces } of making) for await (const _ of pieces);
  expect((await exported(operator, "lines")).length).toBeGreaterThan(0);
});

test("somebody without a role exports nothing", async () => {
  const { context } = await make.createPerson(database.db, {});
  for (const name of ["bids", "awards", "lines", "outcomes", "funding-secured"]) {
    await expect(begin(context, name), name).rejects.toThrow(ForbiddenError);
  }
});

test("100,000 rows are made without being held in memory, whatever the format", async () => {
  const text = `with recursive counted (n) as (select 1 union all select n + 1 from counted where n < 100000)
    select cast(n as bigint) as n, 'A row of text with this number of characters' as words from counted`;
  const writer = (name: string) => pathToFileURL(resolve(`app/exports/files/${name}.mjs`)).href;
  for (const name of ["csv", "json", "xlsx", "ods"]) {
    const options = {
      columns: [
        { heading: "Amount", kind: "pence" },
        { heading: "Words", kind: "text" },
      ],
      name: "rows",
      readme: {},
      sum: 0,
      workbook: {
        title: "Rows",
        tableName: "Rows",
        about: [],
        notes: [],
        madeAt: "2026-11-21T09:00:00.000Z",
        organisation: "",
      },
    };
    const before = process.memoryUsage().rss;
    let most = before;
    let rows = 0;
    const pieces = database.db.engine.writeRows({
      query: { text, parameters: [] },
      totals: {
        text: `select cast(count(*) as bigint), cast(sum(n) as bigint) from (${text}) as all_rows`,
        parameters: [],
      },
      writer: writer(name),
      options,
    });
    for (;;) {
      const { value, done } = await pieces.next();
      if (done) {
        rows = value;
        break;
      }
      most = Math.max(most, process.memoryUsage().rss);
    }
    expect(rows, name).toBe(100_000);
    expect((most - before) / 1_000_000, name).toBeLessThan(60);
  }
});

test("rows that this side completes come to the end, however slowly the file is taken", async () => {
  const text =
    "with recursive numbers(number) as (select 1 union all select number + 1 from numbers where number < 5000) select number from numbers";
  const pieces = database.db.engine.writeRows({
    query: { text, parameters: [] },
    complete: async (rows) => {
      await new Promise((done) => setTimeout(done, 5));
      return rows.map(([number]) => [Number(number) * 2]);
    },
    writer: pathToFileURL(resolve("tests/integration/exports/reads-ahead.mjs")).href,
    options: null,
  });
  let sum = 0;
  for await (const piece of pieces) {
    for (const line of Buffer.from(piece).toString().trim().split("\n")) sum += Number(line);
    await new Promise((done) => setTimeout(done, 8));
  }
  expect(sum).toBe(5000 * 5001);
}, 10_000);
