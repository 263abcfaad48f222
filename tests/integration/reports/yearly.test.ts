import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { financialYearOf } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { DocumentBody } from "#app/reports/document/document-body.tsx";
import { docxFile } from "#app/reports/document/docx/docx-file.server.ts";
import { columnOfYear } from "#app/reports/yearly/year-money.rules.ts";
import { getYearly } from "#app/reports/yearly/yearly.queries.server.ts";
import type { YearlyQuery } from "#app/reports/yearly/yearly.ts";
import { yearlyDocument } from "#app/reports/yearly/yearly-document.rules.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { readDocx } from "#tests/support/docx.ts";
import { tablesOnPage, textsOnPage } from "#tests/support/page-text.ts";
import { tracker } from "../cli/tracker.ts";
import { FIRST_DAY, type Ledger, makeLedger, report } from "./hand-made-ledger.ts";

const database = useDatabase();
let ledger: Ledger;
let operator: Context;

beforeAll(async () => {
  ledger = await makeLedger(database.db);
  operator = make.operatorContext(database.db);
  await makeBids();
});

/** One bid of Aldham for each thing that becomes of bids. */
async function makeBids() {
  const events = [
    ["AWARDED", "awarded", "2025-07-01", "Fits the fund"],
    ["LOST", "unsuccessful", "2025-07-02", "Too little evidence"],
    ["GIVEN-UP", "withdrawn", null, "No officer to write it"],
    ["LAST-YEAR", "unsuccessful", "2024-07-02", "Too late"],
    ["SOMETIME", "unsuccessful", "2025", null],
  ] as const;
  await database.db.write(async (trx) => {
    for (const [reference, status, decided_on, reason] of events) {
      const { id } = await trx
        .insertInto("bid")
        .values({
          ...{ reference, title: reference, status, decided_on, requested_pence: 12_345 },
          ...{ recorded_by_partnership_id: ledger.aldham, requested_basis: "exact" },
          created_at: "2025-06-01T08:00:00.000Z",
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      await trx
        .insertInto("bid_partnership")
        .values({ bid_id: id, partnership_id: ledger.aldham, part: "lead" })
        .execute();
      await trx
        .insertInto("bid_event")
        .values({ bid_id: id, at: "2025-08-01T08:00:00.000Z", action: "x", to_status: status, reason })
        .execute();
    }
  });
}

function asked(more: Partial<YearlyQuery> = {}): YearlyQuery {
  return { partnershipId: ledger.aldham, year: 2025, asAt: null, knownAt: null, ...more };
}

/** Every number of a text, each once. */
function figuresIn(text: string): string[] {
  return [...new Set(text.match(/[+−]?£?\d[\d,.]*\d|\d/g))].sort();
}

describe("the yearly report", () => {
  test("says of each year, in every grouping and for every partnership, what funding secured by year says", async () => {
    for (const partnershipId of [ledger.aldham, ledger.borley, ledger.chilton]) {
      for (const asAt of [null, FIRST_DAY]) {
        const { figures } = await report(operator, { by: "year", partnershipIds: [partnershipId], asAt });
        for (const year of [2023, 2024, 2025]) {
          const yearly = await getYearly(operator, asked({ partnershipId, year, asAt }));
          const row = figures.rows.find(({ id }) => Number(id) === year);
          for (const crossed of [yearly.byFunder, yearly.byPriority, yearly.byProject]) {
            const { rows, notApportioned, total } = columnOfYear(crossed, year);
            const sum = [...rows, notApportioned].reduce((all, { pence }) => all + (pence ?? 0), 0);
            expect(total ?? 0).toBe(row?.securedPence ?? 0);
            expect(sum).toBe(total ?? 0);
          }
          expect(yearly.byYear.figures.totalPence).toBe(figures.totalPence);
          expect(yearly.changes.unexplainedPence).toBe(0);
          expect(yearly.changes.to.totalPence).toBe(figures.totalPence);
        }
      }
    }
  });

  test("has a project by its dates or its money; one without either stands apart, and one of another year nowhere", async () => {
    const project = async (name: string, dates: { starts_on?: string; ends_on?: string } = {}) => {
      const id = await make.createProject(database.db, ledger.aldham, name);
      await database.db.write((trx) =>
        trx
          .updateTable("project")
          .set({ ...dates, name })
          .where("id", "=", id)
          .execute(),
      );
    };
    await project("Within", { starts_on: "2025-09", ends_on: "2025-10" });
    await project("Undated");
    await project("Long over", { starts_on: "2010-04-01", ends_on: "2011-03-31" });
    await project("From then on", { starts_on: "2019" });
    const { projects, otherProjects } = await getYearly(operator, asked());
    const names = (each: { name: string }[]) => each.map(({ name }) => name);
    expect(names(projects)).toEqual(expect.arrayContaining(["From then on", "Within"]));
    expect(names(projects)).not.toContain("Undated");
    expect(names(otherProjects)).toContain("Undated");
    expect([...names(projects), ...names(otherProjects)]).not.toContain("Long over");
  });

  test("names a bid as it was known on the day, and not what was recorded of it afterwards", async () => {
    const partnershipId = await make.createPartnership(database.db, "Elmham");
    await database.db.write(async (trx) => {
      const { id } = await trx
        .insertInto("bid")
        .values({
          ...({ reference: "KNOWN-LATER", title: "Lights", status: "awarded" } as const),
          ...{ submitted_on: "2025-06-02", decided_on: "2025-08-02", requested_pence: 500 },
          ...({ recorded_by_partnership_id: partnershipId, requested_basis: "exact" } as const),
          created_at: "2025-06-01T08:00:00.000Z",
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      const lead = { bid_id: id, partnership_id: partnershipId, part: "lead" as const };
      await trx.insertInto("bid_partnership").values(lead).execute();
      const event = { bid_id: id, action: "x" };
      await trx
        .insertInto("bid_event")
        .values([
          { ...event, at: "2025-06-02T08:00:00.000Z", from_status: "draft", to_status: "submitted" },
          { ...event, at: "2025-08-02T08:00:00.000Z", from_status: "submitted", to_status: "awarded" },
        ])
        .execute();
    });
    const known = async (knownAt: string | null) =>
      (await getYearly(operator, asked({ partnershipId, knownAt }))).bids.map(({ became, decidedOn }) => [
        became,
        decidedOn,
      ]);
    expect(await known("2025-05-31")).toEqual([]);
    expect(await known("2025-07-15")).toEqual([["undecided", null]]);
    expect(await known(null)).toEqual([["won", "2025-08-02"]]);
  });

  test("sorts the year’s bids by what became of them, with the reasons that are recorded", async () => {
    const { bids, undatedDecisions } = await getYearly(operator, asked());
    expect(bids.map(({ reference, became, reason }) => [reference, became, reason])).toEqual([
      ["AWARDED", "won", "Fits the fund"],
      ["LOST", "lost", "Too little evidence"],
      ["GIVEN-UP", "not made", "No officer to write it"],
    ]);
    expect(undatedDecisions).toBe(1);
    expect(
      (await getYearly(operator, asked({ asAt: "2025-07-01" }))).bids.map(({ became }) => became),
    ).toEqual(["won"]);
  });

  test("shows what is not recorded and what is joint, and never as £0", async () => {
    const document = yearlyDocument(await getYearly(operator, asked({ year: financialYearOf(FIRST_DAY) })));
    const money = JSON.stringify(document.sections.find(({ heading }) => heading === "Funding secured"));
    expect(money).toContain("Counted twice: £0.00");
    expect(money).toContain("amount not recorded");
    expect(money).toContain("Joint, split not known: £299,998");
  });

  test("has on its page and in its document the same tables, the same texts and no other figure", async () => {
    for (const partnershipId of [ledger.aldham, ledger.borley]) {
      const document = yearlyDocument(await getYearly(operator, asked({ partnershipId, year: 2024 })));
      const html = renderToStaticMarkup(createElement(DocumentBody, { document }));
      const file = readDocx(await docxFile(document, { by: "Us", at: operator.now() }));
      const inFile = file.tables.map(({ caption, headings, rows }) => ({
        caption,
        rows: [headings, ...rows],
      }));
      expect(inFile).toEqual(tablesOnPage(html));
      const words = file.paragraphs.join("\n");
      for (const text of textsOnPage(html)) expect(words).toContain(text);
      expect(figuresIn(words)).toEqual(
        figuresIn([document.title, document.of, ...textsOnPage(html), captions()].join("\n")),
      );

      function captions() {
        return file.tables.map(({ caption }) => caption).join("\n");
      }
    }
  });

  test("is of one’s own partnerships only", async () => {
    const { context } = await make.createPerson(database.db, { [ledger.borley]: "reader" });
    await expect(getYearly(context, asked())).rejects.toThrow(NotFoundError);
    await expect(getYearly(operator, asked({ partnershipId: 999_999 }))).rejects.toThrow(NotFoundError);
    const own = await getYearly(context, asked({ partnershipId: ledger.borley }));
    expect(own.bids).toEqual([]);
  });

  test("is on the command line as on its page: in words, as figures, and as the same Word document", async () => {
    const folder = mkdtempSync(join(tmpdir(), "yearly-"));
    try {
      const [whole] = await database.db.read
        .selectFrom("partnership")
        .select("name")
        .where("id", "=", ledger.aldham)
        .execute();
      const args = ["report", "yearly", "--partnership", whole?.name ?? "", "--year", "2025-26"] as const;
      const made = await getYearly(operator, asked());
      const text = await tracker(database.url, ...args);
      for (const block of yearlyDocument(made).sections.flatMap(({ blocks }) => blocks))
        if (block.kind === "inset") expect(text.out).toContain(block.text);
      const figures = JSON.parse((await tracker(database.url, ...args, "--format", "json")).out);
      const { rows, totalPence } = made.byYear.figures;
      expect(figures.byYear.figures).toMatchObject({ rows, totalPence });
      const output = join(folder, "report.docx");
      expect((await tracker(database.url, ...args, "--format", "docx", "--output", output)).code).toBe(0);
      const file = readDocx(readFileSync(output));
      const page = renderToStaticMarkup(createElement(DocumentBody, { document: yearlyDocument(made) }));
      expect(
        file.tables.map(({ caption, headings, rows }) => ({ caption, rows: [headings, ...rows] })),
      ).toEqual(tablesOnPage(page));
      expect((await tracker(database.url, ...args, "--format", "docx")).code).toBe(2);
      expect((await tracker(database.url, "report", "yearly")).code).toBe(2);
      expect((await tracker(database.url, "report", "success", "--year", "2025")).code).toBe(2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
