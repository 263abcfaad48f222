import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { loader as apiFile } from "#app/exports/api-file.page.tsx";
import { loader as busy } from "#app/exports/busy.page.tsx";
import { loader as exportFile } from "#app/exports/export-file.page.tsx";
import { loader as exportMetadata } from "#app/exports/export-metadata.page.tsx";
import { makeToken } from "#app/exports/make-token.server.ts";
import { takeTurn } from "#app/exports/turns.server.ts";
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
let token: string;
let turns: (() => void)[] = [];

beforeAll(async () => {
  const { aldham } = await makeLedger(database.db);
  const { id, context } = await make.createPerson(database.db, { [aldham]: "reader" });
  const session = await database.db.write((trx) => startSession(trx, id, NOW));
  headers = { cookie: `session=${session}` };
  const made = await makeToken(context, { name: "A workbook", days: "30" });
  if (!made.ok) throw new Error("No token");
  token = made.value.token;
  server = await startServer({
    database: database.db,
    now: () => NOW,
    build: smallBuild({
      "/exports/busy": { loader: busy },
      "/exports/:dataset/file": { loader: exportFile, default: undefined },
      "/exports/:dataset/file-metadata.json": { loader: exportMetadata, default: undefined },
      "/api/v1/:file": { loader: apiFile, default: undefined },
    }),
  });
});

afterEach(giveBack);
afterAll(() => server.close());

function giveBack() {
  for (const endTurn of turns) endTurn();
  turns = [];
}

async function shown(answer: Response) {
  const { loaderData } = await answer.json();
  return Object.values(loaderData).find((data) => data !== null);
}

test.each(["file?format=xlsx&as-at=2026-03-31", "file-metadata.json?format=csv&as-at=2026-03-31"])(
  "a person whose file (%s) is one too many gets a page that says so, and from there the file once there is room",
  async (asked) => {
    turns = [takeTurn(), takeTurn(), takeTurn()];
    const file = `/exports/lines/${asked}`;
    const refused = await server.fetch(file, { headers });
    expect([refused.status, refused.headers.get("content-disposition")]).toEqual([303, null]);
    const address = refused.headers.get("location") ?? "";
    const page = await server.fetch(address, { headers });
    expect([page.status, page.headers.get("retry-after")]).toEqual([503, "20"]);
    const query = asked.slice(asked.indexOf("?"));
    const again = { file, page: `/exports/lines${query}` };
    expect(await shown(page)).toMatchObject({ isFree: false, again, underWay: [] });

    giveBack();
    const later = await server.fetch(address, { headers });
    expect([later.status, later.headers.get("retry-after")]).toEqual([200, null]);
    expect(await shown(later)).toMatchObject({ isFree: true, again });
    const whole = await server.fetch(file, { headers });
    expect([whole.status, (await whole.arrayBuffer()).byteLength > 0]).toEqual([200, true]);
  },
);

test("a program with a token whose file is one too many is told by the status, in a sentence", async () => {
  turns = [takeTurn(), takeTurn(), takeTurn()];
  const answer = await server.fetch("/api/v1/lines.csv", { headers: { authorization: `Bearer ${token}` } });
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "20"]);
  expect(await answer.text()).toContain("try again");
});
