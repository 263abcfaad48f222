import { afterAll, beforeAll, expect, test } from "vitest";
import { loader as exportPage } from "#app/exports/export.page.tsx";
import { loader as exportFile } from "#app/exports/export-file.page.tsx";
import { startSession } from "#app/platform/session.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { smallBuild } from "#tests/support/small-build.ts";
import { makeLedger } from "../reports/hand-made-ledger.ts";

const NOW = "2026-11-21T12:00:00.000Z";
const database = useDatabase();
let server: RunningServer;
let headers: { cookie: string };

beforeAll(async () => {
  const { aldham } = await makeLedger(database.db);
  const { id } = await make.createPerson(database.db, { [aldham]: "reader" });
  const session = await database.db.write((trx) => startSession(trx, id, NOW));
  headers = { cookie: `session=${session}` };
  server = await startServer({
    database: database.db,
    now: () => NOW,
    build: smallBuild({
      "/exports/:dataset": { loader: exportPage },
      "/exports/:dataset/file": { loader: exportFile, default: undefined },
    }),
  });
});

afterAll(() => server.close());

/** What the page of the comparison has to show, and how it answers. */
async function page(query: string) {
  const answer = await server.fetch(`/exports/comparison?${query}`, { headers });
  const { loaderData } = await answer.json();
  const [{ summary }] = Object.values(loaderData).filter((data) => data !== null) as [{ summary: unknown }];
  return { status: answer.status, summary };
}

test.each([
  ["to-known-at=2026-12-01", "must be today or in the past"],
  ["to-as-at=2026-02-31", "Second report: as at must be a real date"],
])(
  "two reports of which one cannot be had (%s) are told nothing of, least of all as today's",
  async (query, words) => {
    const { status, summary } = await page(`by=year&${query}`);
    expect(status).toBe(422);
    expect(summary).toMatchObject({
      title: "Two reports side by side",
      ...{ filters: [], notes: [], moment: null, headings: [] },
      refusal: { text: expect.stringContaining(words), askAgainAt: `/reports/changes?by=year&${query}` },
    });
    const file = await server.fetch(`/exports/comparison/file?by=year&format=csv&${query}`, { headers });
    expect([file.status, await file.text()]).toEqual([422, expect.stringContaining(words)]);
  },
);

test("two reports that can be had are told of", async () => {
  const { status, summary } = await page("by=year&to-as-at=2026-03-31");
  expect(status).toBe(200);
  expect(summary).toMatchObject({
    refusal: null,
    headings: ["Financial year", "First report", "Second report", "Difference"],
  });
});
