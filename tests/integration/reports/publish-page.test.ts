import { afterAll, beforeAll, expect, test } from "vitest";
import { startSession } from "#app/platform/session.server.ts";
import { loader as publishPage } from "#app/reports/published/publish.page.tsx";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { smallBuild } from "#tests/support/small-build.ts";
import { type Ledger, makeLedger } from "./hand-made-ledger.ts";

const NOW = "2026-11-21T12:00:00.000Z";
const database = useDatabase();
let server: RunningServer;
let ledger: Ledger;

beforeAll(async () => {
  ledger = await makeLedger(database.db);
  server = await startServer({
    database: database.db,
    now: () => NOW,
    build: smallBuild({ "/reports/:report/publish": { loader: publishPage } }),
  });
});

afterAll(() => server.close());

/** What the page of publishing has to show to somebody, and how it answers. */
async function page(address: string, role: "finance" | "reader") {
  const roles = { [ledger.aldham]: role, [ledger.borley]: "reader" as const };
  const { id } = await make.createPerson(database.db, roles);
  const session = await database.db.write((trx) => startSession(trx, id, NOW));
  const answer = await server.fetch(`/reports/${address}`, { headers: { cookie: `session=${session}` } });
  if (answer.status !== 200) return { status: answer.status };
  const { loaderData } = await answer.json();
  const [data] = Object.values(loaderData).filter((each) => each !== null);
  return { status: answer.status, data };
}

test("a comparison is not published, and the page says why and what can be", async () => {
  const { status, data } = await page("changes/publish?by=year", "finance");
  expect(status).toBe(200);
  expect(data).toMatchObject({
    name: "What changed between two reports",
    reportHref: "/reports/changes?by=year",
    why: expect.stringContaining("Publish each of the two"),
    shown: null,
  });
});

test("a report of all that somebody sees is published for one of the partnerships of which they may", async () => {
  const { data } = await page("funding-secured/publish?by=year", "finance");
  const href = `/reports/funding-secured/publish?by=year&partnership=${ledger.aldham}`;
  expect(data).toMatchObject({ why: null, shown: null, choices: [{ name: "Aldham", href }] });
});

test("a name that is no report, and somebody who may not publish, are told so", async () => {
  expect(await page("constructor/publish", "finance")).toEqual({ status: 404 });
  expect(await page("nothing/publish", "finance")).toEqual({ status: 404 });
  expect(await page("changes/publish", "reader")).toEqual({ status: 403 });
});
