import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Dataset } from "#app/exports/dataset.server.ts";
import type { ExportFormat } from "#app/exports/export-format.ts";
import { answerWithFile } from "#app/exports/file-response.server.ts";
import { publisherOf } from "#app/exports/index.server.ts";
import { listUnderWay, stopFile } from "#app/exports/under-way.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { startSession } from "#app/platform/session.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { smallBuild } from "#tests/support/small-build.ts";
import { LONG, record } from "#tests/trust/results.ts";

const register = useDatabase();
const ROWS = LONG ? 1_000_000 : 100_000;
const BROKEN_AT = ROWS / 2;
/** More than the buffers between server and client hold, however quickly they are filled. */
const ENDLESS = 20_000_000;
let server: RunningServer;
let cookie: string;
let context: Context;

/** Many rows; with `?break` the database fails in the middle of them, and with `?endless` nobody reads them to their end. */
function rowsOf(breaks: boolean, rows: number): string {
  // A division by zero is an error on one engine only; a number that none can hold is on both.
  const tooLarge = `abs(-9223372036854775807 - n / ${BROKEN_AT})`;
  const value = breaks ? `case when n = ${BROKEN_AT} then ${tooLarge} else n end` : "n";
  return `with recursive counted (n) as (
      select cast(1 as bigint) union all select n + 1 from counted where n < ${rows})
    select ${value} as n, 'A row of text with this number of characters' as words from counted`;
}

const many = (breaks: boolean, rows: number): Dataset => ({
  name: "lines",
  title: "Many rows",
  about: "One row for each number.",
  formats: ["csv", "json", "xlsx"],
  requireAccess: () => {},
  contents: async () => ({
    sheet: "Rows",
    filters: [],
    moment: null,
    notes: async () => [],
    columns: [
      { heading: "Number", kind: "number" },
      { heading: "Words", kind: "text" },
    ],
    rows: { query: { sql: rowsOf(breaks, rows), parameters: [] } },
    sum: null,
  }),
});

const file = loaderFor("register.read", (args) => {
  const { url, platform } = args;
  const format = (url.searchParams.get("format") ?? "csv") as ExportFormat;
  const asked = {
    params: url.searchParams,
    ...{ asAt: null, knownAt: null, format },
    publisher: publisherOf(platform.environment),
  };
  const rows = url.searchParams.has("endless") ? ENDLESS : ROWS;
  return answerWithFile(args, many(url.searchParams.has("break"), rows), asked);
});

beforeAll(async () => {
  const partnershipId = await make.createPartnership(register.db);
  const person = await make.createPerson(register.db, { [partnershipId]: "officer" });
  context = person.context;
  const token = await register.db.write((trx) => startSession(trx, person.id, new Date().toISOString()));
  cookie = `session=${token}`;
  server = await startServer({
    database: register.db,
    build: smallBuild({
      "/file": { loader: file, default: undefined },
      "/page": { loader: loaderFor("register.read", () => ({})) },
    }),
  });
});

afterAll(() => server.close());

const ask = (query = "", init: RequestInit = {}) =>
  server.fetch(`/file?${query}`, { headers: { cookie }, ...init });

/** The file, once those that nobody waits for any more have been given up. */
async function onceThereIsRoom(): Promise<Response> {
  for (let time = 0; time < 400; time += 1) {
    const response = await ask();
    if (response.status !== 503) return response;
    await response.text();
    await wait(25);
  }
  throw new Error("There is still no room");
}

/** How the making of the last file ended, once it has. */
async function lastEnding() {
  for (let time = 0; time < 200; time += 1) {
    const entry = await register.db.read
      .selectFrom("audit_entry")
      .select(["action", "after_json"])
      .where("record_type", "=", "export")
      .orderBy("seq", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
    if (entry.action !== "export") return { action: entry.action, ...JSON.parse(entry.after_json ?? "{}") };
    await wait(25);
  }
  throw new Error("The file is still being made");
}

/** Reads the file as far as it comes. */
async function readAll(response: Response): Promise<{ bytes: number; whole: boolean }> {
  let bytes = 0;
  try {
    for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) bytes += piece.length;
    return { bytes, whole: true };
  } catch {
    return { bytes, whole: false };
  }
}

describe("a file that is asked for over the network", () => {
  test.each(["csv", "json", "xlsx"])(
    "as %s breaks off where the database fails half-way, so that nobody takes it for whole",
    async (format) => {
      const response = await ask(`break&format=${format}`);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-length")).toBeNull();
      const { bytes, whole } = await readAll(response);
      expect([whole, bytes > 0]).toEqual([false, true]);
      expect(await lastEnding()).toMatchObject({ action: "stop export" });
    },
  );

  test(`with ${ROWS.toLocaleString("en-GB")} rows takes little memory, and others are served meanwhile`, async () => {
    const before = process.memoryUsage().rss;
    let most = before;
    let isGoing = true;
    const waits: number[] = [];
    const others = (async () => {
      while (isGoing) {
        const asked = performance.now();
        expect((await server.fetch("/page", { headers: { cookie } })).status).toBe(200);
        waits.push(performance.now() - asked);
        most = Math.max(most, process.memoryUsage().rss);
        await wait(20);
      }
    })();
    const { bytes, whole } = await readAll(await ask());
    isGoing = false;
    await others;
    const grown = Math.round((most - before) / 1_000_000);
    const slow = waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? 0;
    record(`A long file${register.engine === "postgres" ? ", on PostgreSQL" : ""}`, {
      ...{ rows: ROWS, "size, MB": Math.round(bytes / 1_000_000), "memory grown, MB": grown },
      ...{ "others served meanwhile": waits.length, "99% of them within, ms": Math.round(slow) },
    });
    expect(whole).toBe(true);
    expect(grown).toBeLessThan(100);
    expect(slow).toBeLessThan(2_000);
  });

  test("stops being made when the client goes away", async () => {
    const away = new AbortController();
    const response = await ask("endless", { signal: away.signal });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    away.abort();
    const ending = await lastEnding();
    expect(ending.action).toBe("stop export");
    expect(ending.bytes).toBeLessThan(100_000_000);
    expect(ending.rows).toBeUndefined();
  });

  test("is over at once where it is stopped while nobody takes what was sent", async () => {
    const response = await ask("endless");
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    const sent = () => listUnderWay(context)[0]?.bytes ?? 0;
    for (let before = -1; before !== sent(); await wait(400)) before = sent();
    const [file] = listUnderWay(context);
    stopFile(context, file?.id ?? "");
    expect(await lastEnding()).toMatchObject({ action: "stop export", bytes: file?.bytes });
    expect(listUnderWay(context)).toEqual([]);
    const toTheEnd = async () => {
      while (!(await reader.read()).done);
    };
    await expect(toTheEnd()).rejects.toThrow();
  });

  test("is refused in words while three others are being made, and made afterwards", async () => {
    const away = new AbortController();
    const { signal } = away;
    await Promise.all([ask("endless", { signal }), ask("endless", { signal }), ask("endless", { signal })]);
    const refused = await ask();
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "20"]);
    expect(refused.headers.get("content-disposition")).toBeNull();
    expect(await refused.text()).toContain("try again");
    away.abort();
    const { bytes, whole } = await readAll(await onceThereIsRoom());
    expect([whole, bytes > ROWS * 40]).toEqual([true, true]);
    expect(await lastEnding()).toMatchObject({ action: "finish export", rows: ROWS, bytes });
  });
});
