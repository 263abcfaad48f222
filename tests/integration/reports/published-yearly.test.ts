import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { withoutLinks } from "#app/reports/document/document.ts";
import { fundingSecuredCsv } from "#app/reports/funding-secured-file.server.ts";
import { publishReport } from "#app/reports/published/publish-report.server.ts";
import { getPublished } from "#app/reports/published/published.queries.server.ts";
import { fingerprintOf } from "#app/reports/published/published-files.server.ts";
import { verifyPublished } from "#app/reports/published/verify-published.server.ts";
import { withdrawPublished } from "#app/reports/published/withdraw-published.server.ts";
import { getYearly } from "#app/reports/yearly/yearly.queries.server.ts";
import { yearlyDocument } from "#app/reports/yearly/yearly-document.rules.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { readDocx } from "#tests/support/docx.ts";
import { type Ledger, makeLedger } from "./hand-made-ledger.ts";
import { filesOf, inputFor, publish as publishNamed, reportNamed } from "./publishing.ts";

const database = useDatabase();
const yearly = reportNamed("yearly");
let ledger: Ledger;
let finance: Context;
let operator: Context;

beforeAll(async () => {
  ledger = await makeLedger(database.db);
  operator = make.operatorContext(database.db);
  finance = (await make.createPerson(database.db, { [ledger.aldham]: "finance" })).context;
});

const queryOf = (year: number) => ({ partnershipId: ledger.aldham, year, asAt: null, knownAt: null });

const askedFor = (year: number) => ({ partnership: String(ledger.aldham), year: String(year) });

function publish(year: number) {
  return publishNamed(finance, "yearly", askedFor(year), { title: `Our year ${year}` });
}

describe("a published yearly report", () => {
  test("is byte for byte the same when the register has moved on, and its figures are those of its position", async () => {
    const before = await getYearly(finance, queryOf(2024));
    const published = await publish(2024);
    const files = await filesOf(finance, published.id);
    await seal(operator, ledger.awards.split, {
      kind: "variation",
      amountPence: 777,
      lines: [line({ amountPence: 777, partnershipId: ledger.aldham, financialYear: 2024 })],
    });
    expect(await filesOf(finance, published.id)).toEqual(files);
    expect(fingerprintOf(files)).toBe(published.fingerprint);
    expect(files.file_csv).toBe(fundingSecuredCsv(before.byYear));
    expect(published).toMatchObject({ report: "yearly", financialYear: 2024, title: "Our year 2024" });

    const { asAt, knownAt, position } = published;
    const again = await getYearly(finance, { ...queryOf(2024), asAt, knownAt, position });
    expect(again.byYear.figures.totalPence).toBe(published.totalPence);
    expect(yearlyDocument(again)).toEqual(yearlyDocument(before));
    expect((await getYearly(finance, queryOf(2024))).byYear.figures.totalPence).not.toBe(
      published.totalPence,
    );
    expect(await verifyPublished(operator)).toEqual([]);
  });

  test("has every table in its document, and no link and no word of a person as markup", async () => {
    const document = withoutLinks(yearlyDocument(await getYearly(finance, queryOf(2023))));
    const { body, file_html, file_docx } = await filesOf(finance, (await publish(2023)).id);
    const { tables, paragraphs } = readDocx(file_docx ?? Buffer.alloc(0));
    const shown = document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "table" && block.rows.length > 0 ? [block.caption] : [])),
    );
    expect(tables.map(({ caption }) => caption)).toEqual(shown);
    expect(paragraphs).toEqual(
      expect.arrayContaining(["Our year 2023", "First & foremost.", "Yearly report 2023 to 2024"]),
    );
    expect(body).not.toMatch(/<a |<script|<form/);
    expect(file_html).toContain("First &amp; foremost.");
    expect(file_html).not.toMatch(/<a |<script|<form/);
  });

  test("is what was shown or nothing: a word that changed meanwhile is not published unseen", async () => {
    const input = await inputFor(finance, "yearly", askedFor(2024));
    await database.db.write((trx) =>
      trx
        .updateTable("partnership")
        .set({ funding_position: "Changed meanwhile" })
        .where("id", "=", ledger.aldham)
        .execute(),
    );
    expect(await publishReport(finance, yearly, input, "Us")).toMatchObject({ ok: false });
    const later = { ...input, position: input.position + 1_000 };
    expect(await publishReport(finance, yearly, later, "Us")).toMatchObject({ ok: false });
  });

  test("is what next year’s is compared with, until it is withdrawn", async () => {
    const last = await publish(2024);
    await seal(operator, ledger.awards.split, { kind: "correction", amountPence: 888 });
    const next = await getYearly(finance, queryOf(2025));
    expect(next.lastYears?.id).toBe(last.id);
    expect(next.changes.from).toMatchObject({ totalPence: last.totalPence, position: last.position });
    expect(next.changes.unexplainedPence).toBe(0);
    expect(next.changes.changes.every(({ cause }) => cause !== null)).toBe(true);
    expect(JSON.stringify(yearlyDocument(next))).toContain("“Our year 2024”, was published");

    await withdrawPublished(finance, last.id, "A slip");
    const { lastYears } = await getYearly(finance, queryOf(2025));
    expect(lastYears?.id).not.toBe(last.id);
  });

  test("is published by those who decide, and of their own partnership only", async () => {
    const input = await inputFor(finance, "yearly", askedFor(2024));
    const { context: reader } = await make.createPerson(database.db, { [ledger.aldham]: "reader" });
    const { context: other } = await make.createPerson(database.db, { [ledger.chilton]: "manager" });
    await expect(publishReport(reader, yearly, input, "Us")).rejects.toThrow(ForbiddenError);
    await expect(publishReport(other, yearly, input, "Us")).rejects.toThrow(NotFoundError);
    const { id } = await publish(2022);
    await expect(getPublished(other, id)).rejects.toThrow(NotFoundError);
  });
});
