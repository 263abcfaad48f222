import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fillDemo } from "#app/cli/demo/index.server.ts";
import { loader as apiFile } from "#app/exports/api-file.page.tsx";
import { loader as exportFile } from "#app/exports/export-file.page.tsx";
import { loader as exportMetadata } from "#app/exports/export-metadata.page.tsx";
import { CSV_METADATA, DATASET_NAMES } from "#app/exports/index.server.ts";
import { makeToken } from "#app/exports/make-token.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { startSession } from "#app/platform/session.server.ts";
import { loader as reportCsv } from "#app/reports/funding-secured-csv.page.tsx";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { smallBuild } from "#tests/support/small-build.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { tracker } from "../cli/tracker.ts";
import { begin, exported, sumOf } from "./made-file.ts";

type Metadata = {
  url: string;
  notes: Record<string, string>[];
  tableSchema: { columns: { name: string; titles: string | string[]; datatype: string }[] };
} & Record<string, unknown>;

const NOW = "2026-11-21T12:00:00.000Z";
const register = useDatabase();
const directory = mkdtempSync(join(tmpdir(), "register-csv-"));
let operator: Context;
let harborough: number;
let server: RunningServer;
let asPerson: { headers: Record<string, string> };
let asToken: { headers: Record<string, string> };

beforeAll(async () => {
  operator = make.operatorContext(register.db);
  await fillDemo(operator);
  ({ id: harborough } = await register.db.read
    .selectFrom("partnership")
    .select("id")
    .where("name", "like", "Harborough%")
    .executeTakeFirstOrThrow());
  const person = await make.createPerson(register.db, { [harborough]: "finance" });
  const session = await register.db.write((trx) => startSession(trx, person.id, NOW));
  const token = await makeToken(person.context, { name: "A workbook", days: "30" });
  asPerson = { headers: { cookie: `session=${session}` } };
  asToken = { headers: { authorization: `Bearer ${token.ok ? token.value.token : ""}` } };
  server = await startServer({
    database: register.db,
    now: () => NOW,
    build: smallBuild({
      "/api/v1/:file": { loader: apiFile, default: undefined },
      "/exports/:dataset/file": { loader: exportFile, default: undefined },
      "/exports/:dataset/file-metadata.json": { loader: exportMetadata, default: undefined },
      "/reports/funding-secured.csv": { loader: reportCsv, default: undefined },
    }),
  });
});

afterAll(async () => {
  rmSync(directory, { recursive: true, force: true });
  await server.close();
});

async function metadataOf(name: string, asked: Parameters<typeof exported>[2] = {}): Promise<Metadata> {
  return JSON.parse((await exported(operator, name, { format: CSV_METADATA.csv, ...asked })).toString());
}

const said = ({ notes }: Metadata) =>
  Object.fromEntries(notes.map((note) => [note["schema:name"], note["schema:value"]]));

const titles = ({ tableSchema }: Metadata) => tableSchema.columns.map((column) => [column.titles].flat());

/** Where an answer says that its file is described, on this server. */
function describedAt(answer: Response): string {
  const link = answer.headers.get("link") ?? "";
  const [, address] = /^<(\/[^>]*)>; rel="describedby"; type="application\/csvm\+json"$/.exec(link) ?? [];
  if (address === undefined) throw new Error(`No description: ${link}`);
  return address;
}

describe("what a CSV holds is told beside it", () => {
  const names = DATASET_NAMES.filter(
    (name) => !["audit", "comparison", "outcomes-against-money"].includes(name),
  );

  test.each(names)("of %s: its columns in their order, and how many rows it has", async (name) => {
    const metadata = await metadataOf(name);
    const [headings = [], ...rows] = await rowsOf("csv", await exported(operator, name));
    expect(metadata["@context"]).toEqual(["http://www.w3.org/ns/csvw", { "@language": "en" }]);
    expect(titles(metadata).map(([title]) => title)).toEqual(headings);
    expect(said(metadata)).toMatchObject({
      Rows: String(rows.length),
      "Made by": "Whoever runs commands on the server",
      "Made at": expect.stringMatching(/^21 November 2026 at /),
    });
    const { columns } = metadata.tableSchema;
    expect(new Set(columns.map((column) => column.name)).size).toBe(columns.length);
    for (const [index, { datatype }] of columns.entries()) {
      if (datatype !== "decimal" && datatype !== "number") continue;
      for (const row of rows) expect(row[index], headings[index]).toMatch(/^(-?\d+(\.\d+)?)?$/);
    }
  });

  test("with its filters, its moment, who made it, when, and what its money comes to", async () => {
    const { context } = await make.createPerson(register.db, { [harborough]: "reader" });
    const asked = { asAt: "2026-03-31", knownAt: "2026-11-21" };
    const file = await exported(context, "lines", { format: CSV_METADATA.csv, ...asked });
    const metadata: Metadata = JSON.parse(file.toString());
    const csv = await begin(context, "lines", asked);
    const bytes = [];
    for await (const piece of csv.pieces) bytes.push(piece);
    const pence = sumOf(await rowsOf("csv", Buffer.concat(bytes)), "Amount");
    expect(pence).toBeGreaterThan(0);
    expect(metadata).toMatchObject({
      url: csv.fileName,
      "dc:title": "Allocation lines",
      "dc:creator": context.actor.kind === "person" ? context.actor.name : "",
      "dc:created": { "@value": expect.stringMatching(/^2026-11-21T/), "@type": "dateTime" },
    });
    const inWords = `£${(pence / 100).toLocaleString("en-GB", { minimumFractionDigits: 2 })}`;
    expect(said(metadata)).toMatchObject({
      "As at": "31 March 2026",
      "As it was known on": "21 November 2026",
      "Sum of Amount": inWords,
    });
    expect(said(await metadataOf("awards", { params: { search: "split" } }))).toMatchObject({
      "Title or reference": "split",
    });
  });

  test("and the one for Excel says what an apostrophe in it is", async () => {
    const { pieces, fileName } = await begin(operator, "bids", { format: CSV_METADATA["csv-excel"] });
    const bytes = [];
    for await (const piece of pieces) bytes.push(piece);
    const metadata = JSON.parse(Buffer.concat(bytes).toString());
    const name = `bids-recorded-on-${operator.today}-for-excel.csv`;
    expect([fileName, metadata.url]).toEqual([`${name}-metadata.json`, name]);
    expect(JSON.stringify(metadata.notes)).toContain("An apostrophe stands before text");
    expect(JSON.stringify((await metadataOf("bids")).notes)).not.toContain("apostrophe");
  });

  test("and who asks for it is in the audit log, as for the file", async () => {
    await metadataOf("spend");
    const entries = await register.db.read
      .selectFrom("audit_entry")
      .select(["action", "record_id", "after_json"])
      .orderBy("seq", "desc")
      .limit(2)
      .execute();
    expect(entries.map(({ action, record_id }) => `${action} ${record_id}`)).toEqual([
      "finish export spend",
      "export spend",
    ]);
    expect(JSON.parse(entries[1]?.after_json ?? "")).toMatchObject({ format: "csv-metadata" });
  });
});

describe("over HTTP", () => {
  test.each(["csv", "csv-excel"])(
    "a file of %s leads to what it holds, asked for in the same way",
    async (format) => {
      const path = `/exports/lines/file?format=${format}&as-at=2026-03-31`;
      const csv = await server.fetch(path, asPerson);
      const [headings] = await rowsOf("csv-excel", Buffer.from(await csv.arrayBuffer()));
      const answer = await server.fetch(describedAt(csv), asPerson);
      const metadata: Metadata = await answer.json();
      expect(answer.headers.get("content-type")).toBe("application/csvm+json");
      expect(csv.headers.get("content-disposition")).toContain(`"${metadata.url}"`);
      expect(answer.headers.get("content-disposition")).toContain(`"${metadata.url}-metadata.json"`);
      expect(titles(metadata).map(([title]) => title)).toEqual(headings);
      expect(said(metadata)).toMatchObject({ "As at": "31 March 2026" });
    },
  );

  test("the table of the report leads to it too, with the headings that it has", async () => {
    for (const query of ["?by=year", "?by=partnership&and=year&as-at=2026-03-31"]) {
      const csv = await server.fetch(`/reports/funding-secured.csv${query}`, asPerson);
      const [headings = []] = await rowsOf("csv", Buffer.from(await csv.arrayBuffer()));
      const metadata: Metadata = await (await server.fetch(describedAt(csv), asPerson)).json();
      expect(csv.headers.get("content-disposition")).toContain(`"${metadata.url}"`);
      expect(titles(metadata).map((all) => all.at(-1))).toEqual(headings);
    }
  });

  test("no other kind of file needs it, and it is not had of one", async () => {
    for (const format of ["xlsx", "ods", "json"]) {
      const file = await server.fetch(`/exports/lines/file?format=${format}`, asPerson);
      await file.arrayBuffer();
      expect(file.headers.get("link"), format).toBeNull();
      const path = `/exports/lines/file-metadata.json?format=${format}`;
      const answer = await server.fetch(path, { ...asPerson, redirect: "manual" });
      expect([answer.status, answer.headers.get("location")]).toEqual([
        303,
        `/exports/lines?format=${format}`,
      ]);
    }
  });

  test("a program with a token finds it where CSV on the Web looks, about the address it fetched", async () => {
    const path = "/api/v1/lines.csv?as-at=2026-03-31";
    const csv = await server.fetch(path, asToken);
    await csv.arrayBuffer();
    expect(describedAt(csv)).toBe("/api/v1/lines.csv-metadata.json?as-at=2026-03-31");
    const metadata: Metadata = await (await server.fetch(describedAt(csv), asToken)).json();
    expect(new URL(metadata.url).pathname + new URL(metadata.url).search).toBe(path);
    for (const file of [
      "audit.csv-metadata.json",
      "people.csv-metadata.json",
      "lines.xlsx-metadata.json",
      "lines.json-metadata.json",
    ]) {
      expect((await server.fetch(`/api/v1/${file}`, asToken)).status, file).toBe(404);
    }
    expect((await server.fetch(describedAt(csv))).status).toBe(401);
  });
});

describe("on the command line", () => {
  test("a CSV that is saved has it beside it, and nothing else has", async () => {
    const file = join(directory, "lines of March.csv");
    const { code, err } = await tracker(
      register.url,
      "export",
      "lines",
      "--as-at",
      "2026-03-31",
      "--output",
      file,
    );
    expect([code, err.split("\n").length]).toEqual([0, 3]);
    const metadata: Metadata = JSON.parse(readFileSync(`${file}-metadata.json`, "utf8"));
    expect(metadata.url).toBe("lines%20of%20March.csv");
    const rows = await rowsOf("csv", readFileSync(file));
    expect(said(metadata)).toMatchObject({ Rows: String(rows.length - 1), "As at": "31 March 2026" });
    const other = join(directory, "lines.json");
    await tracker(register.url, "export", "lines", "--format", "json", "--output", other);
    expect(readdirSync(directory).sort()).toEqual([
      "lines of March.csv",
      "lines of March.csv-metadata.json",
      "lines.json",
    ]);
  });

  test("a CSV that is printed is printed alone", async () => {
    const { out, err } = await tracker(register.url, "export", "lines");
    expect([err, out]).toEqual(["", (await exported(operator, "lines")).toString()]);
  });
});
