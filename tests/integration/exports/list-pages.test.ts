import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fillDemo } from "#app/cli/demo/index.server.ts";
import { EXPORT_FORMATS } from "#app/exports/index.server.ts";
import { startSession } from "#app/platform/session.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { tablesOnPage, textOfHtml } from "#tests/support/page-text.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { publish } from "../reports/publishing.ts";

const NOW = "2026-11-21T12:00:00.000Z";
const register = useDatabase();
let server: RunningServer;
const as: Record<string, { headers: { cookie: string } }> = {};
let harborough: number;

beforeAll(async () => {
  const { db } = register;
  await fillDemo(make.operatorContext(db));
  const partnerships = await db.read.selectFrom("partnership").select(["id", "name"]).execute();
  harborough = partnerships.find(({ name }) => name.startsWith("Harborough"))?.id ?? 0;
  const everywhere = Object.fromEntries(partnerships.map(({ id }) => [id, "manager" as const]));
  const people = {
    manager: await make.createPerson(db, everywhere),
    administrator: await make.createPerson(db, {}, { isAdministrator: true }),
  };
  await publish(people.manager.context, "funding-secured", { partnership: String(harborough) });
  for (const [name, { id }] of Object.entries(people)) {
    const session = await db.write((trx) => startSession(trx, id, NOW));
    as[name] = { headers: { cookie: `session=${session}` } };
  }
  server = await startServer({ database: db, now: () => NOW });
});

afterAll(() => server.close());

type ListPage = {
  path: string;
  dataset: string;
  /** Which of its tables hold the rows of the file; all where it says nothing. */
  tables?: RegExp;
  /** The columns of the file whose words stand in the row of the page. */
  shown: string[];
  who?: "administrator";
};

const LISTS: ListPage[] = [
  { path: "/funders", dataset: "funders", tables: /^Funders$/, shown: ["Name", "Successor", "Funds"] },
  { path: "/funders", dataset: "funds", tables: /^Funds$/, shown: ["Name", "Funder"] },
  { path: "/rounds/not-bid", dataset: "not-bid", shown: ["Fund", "Round", "Partnership", "Why"] },
  { path: "/calendar", dataset: "calendar", shown: ["Round", "Now"] },
  { path: "/partnerships", dataset: "partnerships", shown: ["Name", "Kind", "Police area", "Note"] },
  {
    path: "/partnerships/:harborough",
    dataset: "members",
    tables: /^Member/,
    shown: ["Organisation", "Role", "Part it plays"],
  },
  {
    path: "/partnerships/:harborough/priorities",
    dataset: "priorities",
    tables: /^(?!Secured)/,
    shown: ["Priority area", "Kind", "Themes"],
  },
  { path: "/sources", dataset: "sources", shown: ["Document", "Body", "Discrepancies noted"] },
  {
    path: "/standing/use-it-or-lose-it",
    dataset: "use-it-or-lose-it",
    shown: ["Reference", "Title", "Ask for another year"],
  },
  {
    path: "/standing/between?from=2025-03-31",
    dataset: "between",
    tables: / that changed/,
    shown: ["Reference", "Title", "Was", "Is"],
  },
  { path: "/standing/waiting", dataset: "waiting", shown: ["On whom", "Bids", "Awards", "Recorded first"] },
  {
    path: "/standing/year?month=2027-03",
    dataset: "year-ahead",
    tables: /by date/,
    shown: ["What", "Reference", "Title"],
  },
  {
    path: "/trail/breaks?kind=project",
    dataset: "breaks",
    shown: ["Record", "Partnership"],
  },
  { path: "/trail/breaks?kind=unexplained", dataset: "breaks", shown: ["Record", "Stated and computed"] },
  { path: "/outcomes/indicators?by=month", dataset: "indicators", shown: ["Indicator", "Unit"] },
  {
    path: "/reports/funding-secured/lines?by=year&row=2024",
    dataset: "figure-lines",
    tables: /^Lines/,
    shown: [
      "Reference",
      "Title",
      "Line",
      "Round",
      "Partnership",
      "Project",
      "Priority area",
      "Fund",
      "Funder",
    ],
  },
  { path: "/published", dataset: "published", shown: ["Report", "Partnership", "Committee"] },
  { path: "/reports/reconcile", dataset: "reconciliations", shown: ["List", "Funder", "Partnership"] },
  { path: "/people", dataset: "people", shown: ["Name", "Email address", "Account"], who: "administrator" },
];

describe.each(LISTS)("the list at $path and its file $dataset", ({ path, dataset, tables, shown, who }) => {
  test("have the same rows in the same order, in every format", async () => {
    const person = as[who ?? "manager"];
    const address = path.replace(":harborough", String(harborough));
    const html = await (await server.fetch(address, person)).text();
    const onPage = tablesOnPage(html)
      .filter(({ caption }) => tables?.test(caption) ?? true)
      .flatMap(({ rows }) => rows.slice(1))
      .filter(([first]) => first !== "Total");
    expect(onPage.length).toBeGreaterThan(0);
    const [, link = ""] = new RegExp(`href="(/exports/${dataset}(?:\\?[^"]*)?)"`).exec(html) ?? [];
    for (const format of EXPORT_FORMATS) {
      const file = textOfHtml(link).replace(`/${dataset}`, `/${dataset}/file`);
      const answer = await server.fetch(`${file}${file.includes("?") ? "&" : "?"}format=${format}`, person);
      const [headings = [], ...rows] = await rowsOf(format, Buffer.from(await answer.arrayBuffer()));
      expect(rows, format).toHaveLength(onPage.length);
      for (const [index, row] of rows.entries()) {
        const text = onPage[index]?.join(" | ");
        for (const heading of shown) {
          const column = headings.indexOf(heading);
          expect(column, `${heading} among ${headings}`).toBeGreaterThanOrEqual(0);
          expect(text, `${format}, ${heading}`).toContain(row[column] ?? "");
        }
      }
    }
  });
});
