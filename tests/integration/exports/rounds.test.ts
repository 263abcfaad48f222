import { beforeAll, expect, test } from "vitest";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { bidOfRound } from "./bid-of-round.ts";
import { begin, exported } from "./made-file.ts";

const register = useDatabase();
let operator: Context;
let aldham: number;
let borley: number;

/** On 21 November 2026: one round closes soon, one opens later, one is closed, two say nothing of when. */
beforeAll(async () => {
  const { db } = register;
  operator = make.operatorContext(db);
  aldham = await make.createPartnership(db, "Aldham");
  borley = await make.createPartnership(db, "Borley");
  const fundId = await make.createFund(db, await make.createFunder(db, "The Office"), "Streets");
  const dated = {
    Silent: {},
    Shut: { closes_at: "2026-03-31" },
    Soon: { opens_on: "2026-10", closes_at: "2026-12-01T17:00", cap_pence: 123_456 },
    Later: { opens_on: "2027-01-04", closes_at: "2027-06" },
    Quiet: {},
  };
  for (const [name, more] of Object.entries(dated)) {
    const id = await make.createRound(db, fundId, name);
    if (Object.keys(more).length > 0) {
      await db.write((trx) => trx.updateTable("round").set(more).where("id", "=", id).execute());
    }
    if (name === "Shut") await bidOfRound(db, aldham, id, {});
  }
});

const rows = async (context: Context, params: Record<string, string> = {}) =>
  rowsOf("csv", await exported(context, "rounds", { params }));
const names = async (context: Context, params: Record<string, string>) =>
  (await rows(context, params)).slice(1).map(([, name]) => name);

test("the rounds stand in the groups and in the order of their page, with what it says of each", async () => {
  const none = ["", "", ""];
  expect(await rows(operator)).toEqual([
    ["Group", "Round", "Fund", "Funder", "Opens", "Closes", "Closes at", "Now", "Most for one bid"],
    [
      ...["Closing soon", "Soon", "Streets", "The Office", "2026-10", "2026-12-01", "17:00"],
      ...["Closes in 10 days", "1234.56"],
    ],
    ["Later", "Later", "Streets", "The Office", "2027-01-04", "2027-06", "", "Opens 4 January 2027", ""],
    ...["Quiet", "Silent"].map((name) => [
      ...["Closing date not recorded", name, "Streets", "The Office", ...none],
      ...["Closing date not recorded", ""],
    ]),
    ["Closed", "Shut", "Streets", "The Office", "", "2026-03-31", "", "Closed 31 March 2026", ""],
  ]);
});

test("a filter of the page narrows the file, and the file says so; another word is said to be none", async () => {
  expect(await names(operator, { state: "open" })).toEqual(["Soon"]);
  expect(await names(operator, { state: "closed" })).toEqual(["Shut"]);
  const told = async (params: Record<string, string>) =>
    JSON.parse(String(await exported(operator, "rounds", { format: "json", params })))._readme;
  expect(await told({ state: "open" })).toMatchObject({ filters: { Rounds: "Open now" } });
  const other = await told({ state: "half open", fund: "3" });
  expect(other).toMatchObject({ filters: { Rounds: "All rounds" } });
  expect(other.notes[0]).toContain(
    "Not used, and left out of what is asked for: state “half open”, fund “3”.",
  );
});

test("to which rounds a bid was made is told of one’s own partnerships, and not to who reads no bids", async () => {
  const { context: own } = await make.createPerson(register.db, { [aldham]: "reader" });
  const { context: other } = await make.createPerson(register.db, { [borley]: "reader" });
  expect(await names(own, { state: "bid_made" })).toEqual(["Shut"]);
  expect(await names(other, { state: "bid_made" })).toEqual([]);
  expect(await names(other, { state: "neither" })).toHaveLength(5);
  const { context: nobody } = await make.createPerson(register.db, {});
  await expect(begin(nobody, "rounds")).rejects.toThrow(ForbiddenError);
});
