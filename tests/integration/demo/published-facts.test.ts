import { beforeAll, describe, expect, test } from "vitest";
import { fillDemo } from "#app/cli/demo/index.server.ts";
import { listMeasures } from "#app/outcomes/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();
let context: Context;

beforeAll(async () => {
  context = operatorContext(register.db);
  await fillDemo(context);
});

describe("what the reports say", () => {
  test("is there in full", async () => {
    const real = await register.db.read
      .selectFrom("partnership")
      .select(["id", "name", "kind", "official_code"])
      .where("is_invented", "=", 0)
      .orderBy("name")
      .execute();
    expect(real.map(({ name, kind, official_code }) => [name, kind, official_code])).toEqual([
      ["Eastleigh Community Safety Partnership", "district", "E22000111"],
      ["Hampshire Community Safety Strategy Group (HCSSG)", "county_strategy_group", null],
      ["Harborough District Community Safety Partnership", "district", "E22000166"],
      ["Leicestershire Safer Communities Strategy Board", "county", null],
      ["New Forest CSP", "district", "E22000117"],
      ["Southampton Safe City Partnership", "unitary", "E22000120"],
      ["Test Valley Community Safety Partnership", "district", "E22000121"],
      ["Winchester CSP", "district", "E22000122"],
    ]);
    const ids = real.map(({ id }) => id);
    expect(await countOf("priority", ids)).toBe(36);
    expect(await countOf("project", ids)).toBe(16);
    // The 30 outcomes, the burglary of which a text speaks as one, and the two parts of the online reports.
    expect(await countOf("measure", ids)).toBe(33);
    expect(await countOf("member_organisation", ids)).toBe(61);
    expect(await recordedBy("bid", ids)).toBe(3);
    expect(await recordedBy("award", ids)).toBe(9);
    const documents = await register.db.read.selectFrom("source_document").select("code").execute();
    expect(documents).toHaveLength(5);
  });

  test("stands with its source on every record", async () => {
    const invented = await inventedIds();
    for (const table of ["priority", "project", "measure", "member_organisation"] as const) {
      const without = await register.db.read
        .selectFrom(table)
        .select("id")
        .where("partnership_id", "not in", invented)
        .where((e) => e.or([e("source_document_id", "is", null), e("source_paragraph", "is", null)]))
        .execute();
      expect(without, table).toEqual([]);
    }
    for (const table of ["bid", "award"] as const) {
      const without = await register.db.read
        .selectFrom(table)
        .select("id")
        .where("recorded_by_partnership_id", "not in", invented)
        .where((e) => e.or([e("source_document_id", "is", null), e("source_paragraph", "is", null)]))
        .execute();
      expect(without, table).toEqual([]);
    }
    for (const table of ["funder", "fund", "partnership"] as const) {
      const without = await register.db.read
        .selectFrom(table)
        .select("name")
        .where("source_document_id", "is", null)
        .where("name", "not like", "%(invented)")
        .execute();
      expect(without, table).toEqual([]);
    }
    const rounds = await register.db.read
      .selectFrom("round")
      .innerJoin("fund", "fund.id", "round.fund_id")
      .select("round.name")
      .where("round.source_document_id", "is", null)
      .where("round.note", "not like", "%Published at: http%")
      .where("fund.name", "not like", "%(invented)")
      .execute();
    expect(rounds).toEqual([]);
  });

  test("is not mixed with what is invented", async () => {
    const invented = await inventedIds();
    const mixed = await register.db.read
      .selectFrom("award_partnership")
      .innerJoin("award", "award.id", "award_partnership.award_id")
      .select(["award.reference"])
      .where((e) =>
        e.and([
          e("award_partnership.partnership_id", "not in", invented),
          e("award.recorded_by_partnership_id", "in", invented),
        ]),
      )
      .execute();
    expect(mixed).toEqual([]);
    const inventedMoney = await register.db.read
      .selectFrom("posting")
      .innerJoin("funder", "funder.id", "posting.funder_id")
      .select("posting.id")
      .where("posting.partnership_id", "not in", invented)
      .where("funder.name", "like", "%(invented)")
      .execute();
    expect(inventedMoney).toEqual([]);
    const names = await register.db.read
      .selectFrom("partnership")
      .select("name")
      .where("is_invented", "=", 1)
      .execute();
    for (const { name } of names) expect(name).toMatch(/\(invented\)$/);
  });

  test("has no amount of £0 where none is stated", async () => {
    const zeros = await register.db.read
      .selectFrom("award_version")
      .select("id")
      .where("amount_pence", "=", 0)
      .execute();
    expect(zeros).toEqual([]);
    const notRecorded = await register.db.read
      .selectFrom("award_version")
      .innerJoin("allocation_line", "allocation_line.version_id", "award_version.id")
      .select(["award_version.amount_pence", "allocation_line.amount_pence as line_pence"])
      .where("amount_basis", "=", "not_recorded")
      .execute();
    expect(notRecorded).toHaveLength(6);
    expect(notRecorded.every((row) => row.amount_pence === null && row.line_pence === null)).toBe(true);
    const requested = await register.db.read
      .selectFrom("bid")
      .select("requested_pence")
      .where("source_document_id", "is not", null)
      .execute();
    expect(requested.map((row) => row.requested_pence)).toEqual([null, null, null]);
    const values = await register.db.read.selectFrom("reading").select("value").execute();
    expect(values.filter(({ value }) => value === 0)).toEqual([]);
  });
});

test("the change of Eastleigh’s NEET cohort is computed beside what was stated", async () => {
  const measures = await listMeasures(context);
  const neet = measures.find(({ name }) => name === "Police occurrences for the NEET cohort");
  expect(neet?.change.percent).toBe(-55.7);
  expect(neet?.statedPercent).toBe(-55);
  const shoplifting = measures.find(({ name }) => name === "Shoplifting");
  expect([shoplifting?.change.percent, shoplifting?.statedPercent]).toEqual([-31.4, -31.5]);
  const derived = measures
    .filter(({ baseline }) => baseline?.isDerived)
    .map(({ baseline }) => baseline?.value);
  expect(derived).toEqual([8373, 1453]);
  const stated = measures.filter(
    ({ measureSource, statedPercent }) => !measureSource && statedPercent !== null,
  );
  expect(
    stated.map(({ statedPercent }) => statedPercent).sort((a = 0, b = 0) => (a ?? 0) - (b ?? 0)),
  ).toEqual([-55, -31.5, -30, -25.7, -22, -19.9, 5]);
});

test("a comparison with the force average is no change over time", async () => {
  const measures = await listMeasures(context);
  const rate = measures.find(({ name }) => name === "Serious violence rate");
  expect(rate?.baseline).toBeNull();
  expect(rate?.caveat).toContain("Compared with the force average of 2.4 per 1,000 residents.");
});

async function inventedIds(): Promise<number[]> {
  const rows = await register.db.read
    .selectFrom("partnership")
    .select("id")
    .where("is_invented", "=", 1)
    .execute();
  return rows.map(({ id }) => id);
}

async function countOf(
  table: "priority" | "project" | "measure" | "member_organisation",
  partnershipIds: number[],
): Promise<number> {
  const rows = await register.db.read
    .selectFrom(table)
    .select("id")
    .where("partnership_id", "in", partnershipIds)
    .execute();
  return rows.length;
}

async function recordedBy(table: "bid" | "award", partnershipIds: number[]): Promise<number> {
  const rows = await register.db.read
    .selectFrom(table)
    .select("id")
    .where("recorded_by_partnership_id", "in", partnershipIds)
    .execute();
  return rows.length;
}
