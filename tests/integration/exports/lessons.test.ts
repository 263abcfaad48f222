import { beforeAll, expect, test } from "vitest";
import { loader as lessonsPage } from "#app/bids/feedback/lessons.page.tsx";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { startSession } from "#app/platform/session.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { startServer } from "#tests/support/server.ts";
import { smallBuild } from "#tests/support/small-build.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { bidOfRound } from "./bid-of-round.ts";
import { begin, exported } from "./made-file.ts";

const register = useDatabase();
const NOW = "2026-11-21T12:00:00.000Z";
let operator: Context;
let aldham: number;
let borley: number;
let roundId: number;

/** Three lessons of Aldham, to two funds and to none, one of Borley, and a bid of which nothing was learnt. */
beforeAll(async () => {
  const { db } = register;
  operator = make.operatorContext(db);
  aldham = await make.createPartnership(db, "Aldham");
  borley = await make.createPartnership(db, "Borley");
  const funder = await make.createFunder(db, "The Office");
  const youth = await make.createFund(db, funder, "Youth");
  roundId = await make.createRound(db, await make.createFund(db, funder, "Streets"), "Round 1");
  await bidOfRound(db, aldham, null, { lessons: "Ask early" });
  await bidOfRound(db, aldham, null, { lessons: "Count, then write:\nnot after", fundId: youth });
  await bidOfRound(db, aldham, roundId, { lessons: "=Cost it" });
  await bidOfRound(db, aldham, roundId, {});
  await bidOfRound(db, borley, roundId, { lessons: "Name the wards" });
});

const rows = async (context: Context) => rowsOf("csv", await exported(context, "lessons"));
const learnt = async (context: Context) => (await rows(context)).slice(1).map((row) => row[5]);

test("lessons stand by funder and fund, the newest bid first, and those of no funder last", async () => {
  const [headings, ...found] = await rows(operator);
  expect(headings).toEqual(["Funder", "Fund", "Reference", "Title", "Status", "What we learnt"]);
  expect(found.map(([funder, fund, , , status, lesson]) => [funder, fund, status, lesson])).toEqual([
    ["The Office", "Streets", "Unsuccessful", "Name the wards"],
    ["The Office", "Streets", "Unsuccessful", "=Cost it"],
    ["The Office", "Youth", "Unsuccessful", "Count, then write:\nnot after"],
    ["", "", "Unsuccessful", "Ask early"],
  ]);
});

test("a person’s file has the lessons of their partnerships alone, and nobody without a part has one", async () => {
  const { context: own } = await make.createPerson(register.db, { [aldham]: "reader" });
  const { context: other } = await make.createPerson(register.db, { [borley]: "officer" });
  const { context: nobody } = await make.createPerson(register.db, {});
  expect(await learnt(own)).toEqual(["=Cost it", "Count, then write:\nnot after", "Ask early"]);
  expect(await learnt(other)).toEqual(["Name the wards"]);
  await expect(begin(nobody, "lessons")).rejects.toThrow(ForbiddenError);
});

test("the file has all, where the page shows those of the newest 200 bids", async () => {
  const chilton = await make.createPartnership(register.db, "Chilton");
  for (let count = 0; count < 201; count += 1) {
    await bidOfRound(register.db, chilton, roundId, { lessons: `Lesson ${count}` });
  }
  const { context, id } = await make.createPerson(register.db, { [chilton]: "reader" });
  const found = await learnt(context);
  expect(found).toHaveLength(201);
  expect([found[0], found.at(-1)]).toEqual(["Lesson 200", "Lesson 0"]);
  const session = await register.db.write((trx) => startSession(trx, id, NOW));
  const server = await startServer({
    database: register.db,
    now: () => NOW,
    build: smallBuild({ "/lessons": { loader: lessonsPage } }),
  });
  const answer = await server.fetch("/lessons", { headers: { cookie: `session=${session}` } });
  const { loaderData } = await answer.json();
  await server.close();
  const [page] = Object.values(loaderData).filter((data) => data !== null) as [
    { shownOf: number | null; groups: { lessons: { lessons: string }[] }[] },
  ];
  expect(page.shownOf).toBe(200);
  expect(page.groups[0]?.lessons.map(({ lessons }) => lessons)).toEqual(found.slice(0, 200));
});
