import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disablePerson } from "#app/accounts/disable-person.server.ts";
import { loader as apiFile } from "#app/exports/api-file.page.tsx";
import { loader as exportFile } from "#app/exports/export-file.page.tsx";
import { makeToken } from "#app/exports/make-token.server.ts";
import { revokeToken } from "#app/exports/revoke-token.server.ts";
import { listOwnTokens } from "#app/exports/tokens.queries.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { startSession } from "#app/platform/session.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { smallBuild } from "#tests/support/small-build.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { makeLedger, report } from "../reports/hand-made-ledger.ts";
import { sumOf } from "./made-file.ts";

const database = useDatabase();
let server: RunningServer;
let aldham: number;

beforeAll(async () => {
  ({ aldham } = await makeLedger(database.db));
  server = await startServer({
    database: database.db,
    now: () => "2026-11-21T12:00:00.000Z",
    build: smallBuild({
      "/api/v1/:file": { loader: apiFile, default: undefined },
      "/exports/:dataset/file": { loader: exportFile, default: undefined },
      "/awards": { loader: loaderFor("register.read", () => ({})) },
    }),
  });
});

afterAll(() => server.close());

async function reader() {
  const person = await make.createPerson(database.db, { [aldham]: "reader" });
  return { ...person, token: await tokenOf(person.context) };
}

async function tokenOf(context: Context, days: "30" | "365" = "30"): Promise<string> {
  const made = await makeToken(context, { name: "A workbook", days });
  if (!made.ok) throw new Error("No token");
  return made.value.token;
}

const fetchWith = (token: string, path = "/api/v1/lines.csv") =>
  server.fetch(path, { headers: { authorization: `Bearer ${token}` } });

describe("a token", () => {
  test("fetches no grants for 360Giving before identifiers can be made, and neither does the page", async () => {
    const { token, id } = await reader();
    for (const format of ["csv", "json"]) {
      const answer = await fetchWith(token, `/api/v1/360giving.${format}`);
      expect([answer.status, await answer.text()]).toEqual([
        422,
        expect.stringContaining("PUBLISHER_PREFIX"),
      ]);
    }
    const session = await database.db.write((trx) => startSession(trx, id, "2026-11-21T11:59:00.000Z"));
    const answer = await server.fetch("/exports/360giving/file?format=csv", {
      headers: { cookie: `session=${session}` },
    });
    expect([answer.status, answer.headers.get("content-disposition")]).toEqual([422, null]);
  });

  test("fetches what its person reads, as CSV and as JSON, by either way of sending it", async () => {
    const { context, token } = await reader();
    const { figures } = await report(context);
    const csv = Buffer.from(await (await fetchWith(token)).arrayBuffer());
    expect(sumOf(await rowsOf("csv", csv), "Amount")).toBe(figures.totalPence);
    const basic = Buffer.from(`anybody:${token}`).toString("base64");
    const answer = await server.fetch("/api/v1/lines.json", { headers: { authorization: `Basic ${basic}` } });
    expect((await answer.json()).totals.Amount * 100).toBe(figures.totalPence);
  });

  test("is kept as a hash only, and shows when it was last used", async () => {
    const { context, token } = await reader();
    await (await fetchWith(token)).arrayBuffer();
    const [row] = await listOwnTokens(context);
    expect(row).toMatchObject({ name: "A workbook", state: "works", lastUsedAt: "2026-11-21T12:00:00.000Z" });
    const kept = await database.db.read.selectFrom("access_token").selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  test("stops at once when it is revoked, when it expires and when its person is disabled", async () => {
    const [revoked, expired, disabled] = [await reader(), await reader(), await reader()];
    const [{ id = 0 } = {}] = await listOwnTokens(revoked.context);
    await revokeToken(revoked.context, id);
    await database.db.write((trx) =>
      trx
        .updateTable("access_token")
        .set({ created_at: "2026-01-01T00:00:00.000Z", expires_at: "2026-11-21T11:59:59.000Z" })
        .where("person_id", "=", expired.id)
        .execute(),
    );
    await disablePerson(make.operatorContext(database.db), disabled.id);
    for (const { token } of [revoked, expired, disabled]) {
      const answer = await fetchWith(token);
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toMatch(/^Basic/);
    }
  });

  test("is nothing that a cookie could stand for, and opens no page", async () => {
    const { id, token } = await reader();
    const session = await database.db.write((trx) => startSession(trx, id, "2026-11-21T11:59:00.000Z"));
    const byCookie = await server.fetch("/api/v1/lines.csv", { headers: { cookie: `session=${session}` } });
    expect(byCookie.status).toBe(401);
    const page = await fetchWith(token, "/awards");
    expect([page.status, page.headers.get("location")]).toEqual([303, "/sign-in?next=%2Fawards"]);
    expect((await fetchWith(token, "/api/v1/audit.csv")).status).toBe(404);
  });

  test("of somebody else cannot be revoked", async () => {
    const [one, other] = [await reader(), await reader()];
    const [{ id = 0 } = {}] = await listOwnTokens(other.context);
    await expect(revokeToken(one.context, id)).rejects.toThrow(NotFoundError);
  });
});
