import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disablePerson } from "#app/accounts/disable-person.server.ts";
import { removeRole, setRole } from "#app/accounts/set-role.server.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { endSession, startSession } from "#app/platform/session.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { smallBuild } from "#tests/support/small-build.ts";

const register = useDatabase();
const ROWS = 400;
const ROW_MS = 20;
let server: RunningServer;
let partnershipId: number;

/** A file that takes eight seconds to send. */
const slowFile = loaderFor("register.read", ({ url }) => {
  const rows = Number(url.searchParams.get("rows"));
  let row = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await wait(ROW_MS);
      row += 1;
      controller.enqueue(new TextEncoder().encode(`row ${row}\n`));
      if (row === rows) controller.close();
    },
  });
  const headers = { "content-type": "text/csv; charset=utf-8", "content-disposition": "attachment" };
  return new Response(body, { headers });
});

beforeAll(async () => {
  partnershipId = await make.createPartnership(register.db);
  const build = smallBuild({ "/file.csv": { loader: slowFile, default: undefined } });
  server = await startServer({ database: register.db, build });
});

afterAll(() => server.close());

async function signedIn() {
  const person = await make.createPerson(register.db, { [partnershipId]: "officer" });
  const token = await register.db.write((trx) => startSession(trx, person.id, new Date().toISOString()));
  return { ...person, token };
}

/** Reads the file, does something after its first rows, and reads on. @returns how many rows came, and whether it broke off. */
async function readWhile(token: string, happens: () => Promise<unknown>, rows = ROWS) {
  const response = await server.fetch(`/file.csv?rows=${rows}`, { headers: { cookie: `session=${token}` } });
  expect(response.status).toBe(200);
  let text = "";
  let happened = false;
  try {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += new TextDecoder().decode(chunk);
      if (!happened && text.includes("row 3\n")) {
        happened = true;
        await happens();
      }
    }
    return { rows: text.split("\n").length - 1, brokeOff: false };
  } catch {
    return { rows: text.split("\n").length - 1, brokeOff: true };
  }
}

describe("a long file that is being sent", () => {
  test("comes to its end where nothing is taken from its reader", async () => {
    const { id, token } = await signedIn();
    const other = await make.createPartnership(register.db);
    const gains = () =>
      setRole(make.operatorContext(register.db), { personId: id, partnershipId: other, role: "reader" });
    expect(await readWhile(token, gains, 60)).toEqual({ rows: 60, brokeOff: false });
  });

  const operator = () => make.operatorContext(register.db);
  test.each<[string, (id: number, token: string) => Promise<unknown>]>([
    ["is disabled", (id) => disablePerson(operator(), id)],
    ["loses the role", (id) => removeRole(operator(), { personId: id, partnershipId })],
    ["is given a lesser role", (id) => setRole(operator(), { personId: id, partnershipId, role: "reader" })],
    ["signs out", (_, token) => register.db.write((trx) => endSession(trx, token))],
  ])("breaks off once its reader %s", async (_what, happens) => {
    const { id, token } = await signedIn();
    const { rows, brokeOff } = await readWhile(token, () => happens(id, token));
    expect(brokeOff).toBe(true);
    expect(rows).toBeLessThan(ROWS / 2);
  });
});
