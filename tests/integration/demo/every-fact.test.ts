import { beforeAll, describe, expect, test } from "vitest";
import { readReportFacts } from "#app/cli/demo/facts.ts";
import { fillDemo } from "#app/cli/demo/index.server.ts";
import { publishedPence } from "#app/cli/demo/published.ts";
import { listMeasures } from "#app/outcomes/index.server.ts";
import { getSource, listSources } from "#app/partnerships/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();
const facts = readReportFacts();
let context: Context;

beforeAll(async () => {
  context = operatorContext(register.db);
  await fillDemo(context);
});

/** Document and paragraph of each record of a table that has them, as "eastleigh-2021 20,22". */
async function sourced(table: "bid" | "award" | "project" | "priority") {
  const rows = await register.db.read
    .selectFrom(table)
    .innerJoin("source_document as document", "document.id", `${table}.source_document_id`)
    .select(["document.code", `${table}.source_paragraph as paragraph`])
    .execute();
  return rows.map(({ code, paragraph }) => `${code} ${paragraph}`);
}

const asSourced = ({ document, paragraph }: { document: string; paragraph: string }) =>
  `${document} ${paragraph}`;

/** The name of a funder without what the facts remark of it in brackets on one of its funds. */
const withoutRemark = (name: string) => name.replace(/ \(Supporting\/Troubled Families,.*\)$/, "");

describe("row by row, what the published reports say is in the demo with its source", () => {
  test.each([
    ["bid", facts.bids],
    ["award", facts.awards],
    ["project", facts.projects],
    ["priority", facts.priorities],
  ] as const)("each %s", async (table, rows) => {
    expect((await sourced(table)).sort()).toEqual(rows.map(({ source }) => asSourced(source)).sort());
  });

  test("each project and priority by its own words", async () => {
    const names = await register.db.read.selectFrom("project").select("name").execute();
    for (const { name } of facts.projects) expect(names).toContainEqual({ name });
    const titles = await register.db.read.selectFrom("priority").select("title").execute();
    for (const { title } of facts.priorities) expect(titles).toContainEqual({ title });
  });

  test("each member by its name, in its partnership, with the part it plays", async () => {
    const members = await register.db.read
      .selectFrom("member_organisation as member")
      .innerJoin("organisation", "organisation.id", "member.organisation_id")
      .innerJoin("partnership", "partnership.id", "member.partnership_id")
      .innerJoin("source_document as document", "document.id", "member.source_document_id")
      .select(["partnership.name as partnership", "organisation.name as organisation", "document.code"])
      .select(["member.role", "member.role_detail as detail", "member.source_paragraph as paragraph"])
      .execute();
    const partnershipOf = (id: string) => facts.partnerships.find((each) => each.id === id)?.name;
    const found = members.map(({ partnership, organisation, role, detail, code, paragraph }) =>
      [partnership, organisation, detail ?? role, `${code} ${paragraph}`].join(" | "),
    );
    const stated = facts.members.map(({ partnership, organisation, role, source }) =>
      [partnershipOf(partnership), organisation, role, asSourced(source)].join(" | "),
    );
    expect(found.sort()).toEqual(stated.sort());
  });

  test("each funder by its name, where it is first named; one that is not named is none", async () => {
    const funders = await register.db.read
      .selectFrom("funder")
      .innerJoin("source_document as document", "document.id", "funder.source_document_id")
      .select(["funder.name", "document.code", "funder.source_paragraph as paragraph"])
      .execute();
    const found = funders.map(({ name, code, paragraph }) => `${name}: ${code} ${paragraph}`);
    const stated = facts.funders.flatMap(({ name, sources: [first] }) =>
      name === null || !first ? [] : [`${withoutRemark(name)}: ${asSourced(first)}`],
    );
    expect(found.sort()).toEqual(stated.sort());
  });

  test("each fund by its name, with the funder that is named for it and where it is stated", async () => {
    const funds = await register.db.read
      .selectFrom("fund")
      .innerJoin("source_document as document", "document.id", "fund.source_document_id")
      .leftJoin("funder", "funder.id", "fund.funder_id")
      .select(["fund.name", "funder.name as funder", "document.code", "fund.source_paragraph as paragraph"])
      .execute();
    const found = funds.map((fund) => `${fund.name} of ${fund.funder}: ${fund.code} ${fund.paragraph}`);
    const stated = facts.funds.flatMap(({ name, funder, source, rounds }) => {
      const from = facts.funders.find(({ id }) => id === funder);
      const first = source ?? rounds[0]?.source ?? from?.sources[0];
      if (name === null || !first) return [];
      const named = from?.name ? withoutRemark(from.name) : null;
      return [`${name} of ${named}: ${asSourced(first)}`];
    });
    expect(found.sort()).toEqual(stated.sort());
  });

  test("each award with its amount as stated, or none", async () => {
    const versions = await register.db.read
      .selectFrom("award_version")
      .innerJoin("award", "award.id", "award_version.award_id")
      .innerJoin("source_document as document", "document.id", "award.source_document_id")
      .select(["document.code", "award.source_paragraph as paragraph", "amount_pence"])
      .execute();
    for (const { source, amount } of facts.awards) {
      expect(versions).toContainEqual({
        code: source.document,
        paragraph: source.paragraph,
        amount_pence: publishedPence(amount),
      });
    }
  });

  test("each outcome with its counts, and what was stated of it", async () => {
    const measures = await listMeasures(context);
    for (const fact of facts.outcomes) {
      const found = measures.find(({ name }) => name === fact.measure);
      expect(found, fact.measure).toMatchObject({ unit: fact.unit, statedChange: fact.stated_change });
      expect(found?.latest?.value ?? null, fact.measure).toBe(fact.actual);
      if (fact.baseline !== null && !/average/i.test(fact.baseline_period ?? "")) {
        expect(found?.baseline?.value, fact.measure).toBe(fact.baseline);
      }
    }
    // Each by its own name, so that two of one document cannot stand at each other's place.
    const published = await register.db.read
      .selectFrom("measure")
      .innerJoin("source_document as document", "document.id", "measure.source_document_id")
      .select(["measure.name", "document.code", "measure.source_paragraph as paragraph"])
      .execute();
    const places = published.map(({ name, code, paragraph }) => `${name}: ${code} ${paragraph}`);
    for (const { measure, source } of facts.outcomes) {
      const own = places.filter((place) => place.startsWith(`${measure}: `));
      expect(own).toEqual([`${measure}: ${asSourced(source)}`]);
    }
  });

  test("each discrepancy, word for word on its document", async () => {
    const noted: { document: string; issue: string }[] = [];
    const codes = await register.db.read.selectFrom("source_document").select(["id", "code"]).execute();
    for (const { documentId, discrepancies } of await listSources(context)) {
      const source = await getSource(context, documentId);
      expect(source.noted).toHaveLength(discrepancies);
      const document = codes.find(({ id }) => id === documentId)?.code ?? "";
      noted.push(...source.noted.map(({ issue }) => ({ document, issue })));
    }
    const byIssue = (a: { issue: string }, b: { issue: string }) => a.issue.localeCompare(b.issue);
    expect(noted.sort(byIssue)).toEqual([...facts.discrepancies].sort(byIssue));
  });
});
