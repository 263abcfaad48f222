import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyRegister } from "#app/awards/index.server.ts";
import { type Database, openDatabase } from "#db/open.server.ts";
import * as make from "#tests/factories/register.ts";
import { pageForms, plainAnswers } from "#tests/trust/page-forms.ts";
import { LONG, record } from "#tests/trust/results.ts";
import { type Fields, type ServerProcess, startServerProcess } from "./support/server-process.ts";
import { bidForm, cookieOf, makeWorkplace, type Workplace } from "./support/work.ts";

const SERVERS = 3;
const WRITES = LONG ? 3_000 : 300;
const AT_ONCE = 8;
const EDITS = 50;

const folder = mkdtempSync(join(tmpdir(), "register-many-"));
const url = `sqlite:${join(folder, "register.sqlite")}`;
let servers: ServerProcess[] = [];
let database: Database;
let workplace: Workplace;
let cookie: string;

beforeAll(async () => {
  servers = await Promise.all(Array.from({ length: SERVERS }, () => startServerProcess(url)));
  database = openDatabase(url);
  workplace = await makeWorkplace(database);
  const everything = await make.createPerson(
    database,
    { [workplace.lead]: "manager" },
    { isAdministrator: true },
  );
  cookie = await cookieOf(database, everything.id);
}, 120_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill()));
  await database?.close();
  rmSync(folder, { recursive: true, force: true });
});

const serverOf = (index: number) => servers[index % SERVERS] as ServerProcess;

test("three servers that start at once on a file that is not there make one register of it", async () => {
  const run = await database.engine.reader.introspection.getTables();
  expect(run.map((table) => table.name)).toContain("audit_entry");
  expect(await verifyRegister(make.operatorContext(database))).toEqual([]);
});

test("three servers that save into one file at once lose nothing, and nobody is told that it is busy", async () => {
  const statuses = new Map<number, number>();
  let sent = 0;
  const started = performance.now();
  const client = async (index: number) => {
    while (sent < WRITES) {
      sent += 1;
      const form = bidForm(workplace, `Many ${sent}`);
      const { status } = await serverOf(index).post(form.path, form.fields, workplace.cookie);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: SERVERS * AT_ONCE }, (_, index) => client(index)));
  const seconds = (performance.now() - started) / 1000;
  const bids = await database.read.selectFrom("bid").select("title").execute();
  expect(Object.fromEntries(statuses)).toEqual({ 303: WRITES });
  expect(new Set(bids.map((bid) => bid.title)).size).toBe(WRITES);
  expect(await verifyRegister(make.operatorContext(database))).toEqual([]);
  record("Three servers, one file", {
    writes: WRITES,
    lost: 0,
    "answered busy": 0,
    "writes a second": Math.round(WRITES / seconds),
  });
});

/** Every page that changes a record, and the field in which each editor writes something else. */
const EDIT_PAGES: [what: string, field: string, path: () => Promise<string>, edits: number][] = [
  ["a bid", "title", async () => `/bids/${await newBid()}/edit`, EDITS],
  ["a partnership", "name", async () => `/partnerships/${workplace.partner}/edit`, 4],
  [
    "a priority area",
    "title",
    async () => `/priorities/${await make.createPriority(database, workplace.lead)}/edit`,
    4,
  ],
  [
    "a project",
    "name",
    async () => `/projects/${await make.createProject(database, workplace.lead)}/edit`,
    4,
  ],
  ["a measure", "name", async () => `/measures/${await newMeasure()}/edit`, 4],
  ["a funder", "name", async () => `/funders/${await make.createFunder(database)}/edit`, 4],
  [
    "a fund",
    "name",
    async () => `/funds/${await make.createFund(database, await make.createFunder(database))}/edit`,
    4,
  ],
  ["a round", "name", async () => `/rounds/${workplace.roundId}/edit`, 4],
];

const changed: string[] = [];

afterAll(() => {
  if (changed.length === EDIT_PAGES.length) {
    record("One record changed by many at once", {
      people: changed.join("; "),
      won: "1 each",
      "shown both versions": "all others",
    });
  }
});

describe("of people who change the same record at once, one wins and the others see both versions:", () => {
  test.each(EDIT_PAGES)("%s", async (what, field, pathOf, edits) => {
    const path = await pathOf();
    const page = await (await serverOf(0).get(path, cookie)).text();
    const form = pageForms(page).find(
      (one) => one.method === "post" && one.fields.some(({ name }) => name === field),
    );
    if (!form) throw new Error(`${path} has no form with ${field}`);
    const answers = Object.fromEntries(plainAnswersKept(form));
    const typed = (index: number) => `Typed by number ${index} of them`;
    const answered = await Promise.all(
      Array.from({ length: edits }, async (_, index) => {
        const response = await serverOf(index).post(path, { ...answers, [field]: typed(index) }, cookie);
        return { index, status: response.status, text: await response.text() };
      }),
    );
    const won = answered.filter(({ status }) => status === 303);
    const lost = answered.filter(({ status }) => status === 409);
    expect([won.length, lost.length]).toEqual([1, edits - 1]);
    changed.push(`${what} ${edits}`);
    const winner = typed(won[0]?.index ?? -1);
    for (const { index, text } of lost) {
      const fieldOf = pageForms(text)
        .flatMap((one) => one.fields)
        .find(({ name }) => name === field);
      expect(text).toContain("Somebody else changed this since you opened the page");
      expect(fieldOf?.value).toBe(typed(index));
      expect(text).toMatch(new RegExp(`In the register now: (<!-- -->)?<strong>${winner}</strong>`));
    }
    // Whoever has seen both may still replace it: the form now knows of the version that it has shown.
    const seen = pageForms(lost[0]?.text ?? "").find((one) => one.fields.some(({ name }) => name === field));
    if (!seen) throw new Error("The page of both versions has no form");
    const again = await serverOf(0).post(path, Object.fromEntries(plainAnswersKept(seen)), cookie);
    expect(again.status).toBe(303);
  });
});

/** The answers of a form as it stands: what was left empty stays empty. */
function plainAnswersKept(form: ReturnType<typeof pageForms>[number]): [string, string | string[]][] {
  const fields: Fields = {};
  const empty = new Set(
    form.fields.filter(({ type, value }) => type !== "radio" && value === "").map(({ name }) => name),
  );
  for (const [name, value] of plainAnswers(form)) {
    if (empty.has(name)) continue;
    fields[name] = name.endsWith("[]") ? [...[fields[name] ?? []].flat(), value] : value;
  }
  return Object.entries(fields);
}

async function newBid(): Promise<number> {
  const form = bidForm(workplace, "Changed by many");
  const { headers } = await serverOf(0).post(form.path, form.fields, workplace.cookie);
  return Number(headers.get("location")?.split("/").at(-1));
}

function newMeasure(): Promise<number> {
  return database.write(async (trx) => {
    const row = await trx
      .insertInto("measure")
      .values({ partnership_id: workplace.lead, name: "Reported incidents", unit: "incidents" })
      .returning("id")
      .executeTakeFirstOrThrow();
    return row.id;
  });
}
