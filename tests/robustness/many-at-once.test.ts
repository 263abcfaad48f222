import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyRegister } from "#app/awards/index.server.ts";
import { type Database, openDatabase } from "#db/open.server.ts";
import * as make from "#tests/factories/register.ts";
import { pageForms, plainAnswers } from "#tests/trust/page-forms.ts";
import { LONG, record } from "#tests/trust/results.ts";
import { type Fields, type ServerProcess, startServerProcess } from "./support/server-process.ts";
import {
  bidForm,
  decisionForm,
  type FormToSend,
  linesForm,
  makeWorkplace,
  splitForm,
  submitForm,
  type Workplace,
} from "./support/work.ts";

const SERVERS = 3;
const WRITES = LONG ? 3_000 : 300;
const AT_ONCE = 8;
const EDITS = 50;

const folder = mkdtempSync(join(tmpdir(), "register-many-"));
const url = `sqlite:${join(folder, "register.sqlite")}`;
let servers: ServerProcess[] = [];
let database: Database;
let workplace: Workplace;

beforeAll(async () => {
  servers = await Promise.all(Array.from({ length: SERVERS }, () => startServerProcess(url)));
  database = openDatabase(url);
  workplace = await makeWorkplace(database);
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

/** Of people who change one draft: the title that each of them types. */
const typed = (index: number) => `Typed by number ${index} of them`;

test("of people who change the same bid at once on three servers, one wins and the others see both versions", async () => {
  const path = `/bids/${await newBid()}/edit`;
  const answers = answersOf(await (await serverOf(0).get(path, workplace.cookie)).text());
  const answered = await Promise.all(
    Array.from({ length: EDITS }, async (_, index) => {
      const fields = { ...answers, title: typed(index) };
      const response = await serverOf(index).post(path, fields, workplace.cookie);
      return { index, status: response.status, text: await response.text() };
    }),
  );
  const won = answered.filter(({ status }) => status === 303);
  const lost = answered.filter(({ status }) => status === 409);
  expect([won.length, lost.length]).toEqual([1, EDITS - 1]);
  const winner = typed(won[0]?.index ?? -1);
  for (const { index, text } of lost) {
    expect(text).toContain("Somebody else changed this since you opened the page");
    expect(answersOf(text).title).toBe(typed(index));
    expect(text).toMatch(new RegExp(`In the register now: (<!-- -->)?<strong[^>]*>${winner}</strong>`));
  }
  // A mistake in what was typed on an old version does not make it a new one.
  const mistaken = await serverOf(1).post(path, { ...answers, title: "" }, workplace.cookie);
  expect([mistaken.status, answersOf(await mistaken.text()).version]).toEqual([422, answers.version]);
  // Whoever has seen both may still replace it: the form now knows of the version that it has shown.
  const again = await serverOf(0).post(path, answersOf(lost[0]?.text ?? ""), workplace.cookie);
  expect(again.status).toBe(303);
  record("One bid changed by many at once, on three servers", {
    people: EDITS,
    won: won.length,
    "shown both versions": lost.length,
  });
});

test("whoever is late with the lines of an award sees those that were saved, in a table", async () => {
  const awardId = await newDraft();
  const path = `/awards/${awardId}/lines`;
  const first = linesForm(awardId, workplace, 1);
  const { "lines.1.partnershipId": _, "lines.1.amountPence": __, ...one } = first.fields;
  const second = linesForm(awardId, workplace, 1);
  expect(
    (await serverOf(0).post(path, { ...one, "lines.0.label": "Of the first" }, workplace.cookie)).status,
  ).toBe(303);
  const late = await serverOf(1).post(path, second.fields, workplace.cookie);
  const text = await late.text();
  expect(late.status).toBe(409);
  expect(text).toMatch(/<caption[^>]*>In the register now<\/caption>[\s\S]*Of the first[\s\S]*<\/table>/);
  expect(answersOf(text)["lines.1.amountPence"]).toBe("6,666.67");
  expect(answersOf(text).version).toBe("2");
});

/** The answers of the page's form with a version, as it stands: what was left empty stays empty. */
function answersOf(page: string): Fields {
  const form = pageForms(page).find((one) => one.fields.some(({ name }) => name === "version"));
  if (!form) throw new Error("The page has no form with a version");
  const fields: Fields = {};
  const empty = new Set(
    form.fields.filter(({ type, value }) => type !== "radio" && value === "").map(({ name }) => name),
  );
  for (const [name, value] of plainAnswers(form)) {
    if (empty.has(name)) continue;
    fields[name] = name.endsWith("[]") ? [...[fields[name] ?? []].flat(), value] : value;
  }
  return fields;
}

async function newBid(): Promise<number> {
  return numberIn(await sendNew(bidForm(workplace, "Changed by many")));
}

/** The draft of a split of a joint award. */
async function newDraft(): Promise<number> {
  const bidId = await newBid();
  await sendNew(submitForm(bidId));
  const awardId = numberIn(await sendNew(decisionForm(bidId)));
  await sendNew(splitForm(awardId));
  return awardId;
}

async function sendNew({ path, fields }: FormToSend): Promise<string> {
  const { status, headers } = await serverOf(0).post(path, fields, workplace.cookie);
  expect([path, status]).toEqual([path, 303]);
  return headers.get("location") ?? "";
}

function numberIn(location: string): number {
  return Number(location.split("/").at(-1));
}
