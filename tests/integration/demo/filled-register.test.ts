import { beforeAll, describe, expect, test } from "vitest";
import { verifyRegister } from "#app/awards/index.server.ts";
import { fillDemo } from "#app/cli/demo/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();
let context: Context;

beforeAll(async () => {
  context = operatorContext(register.db);
  await fillDemo(context);
});

test("the register of the demo proves itself", async () => {
  expect(await verifyRegister(context)).toEqual([]);
});

test("the register knows that it is a demo", async () => {
  const setting = await register.db.read.selectFrom("setting").selectAll().execute();
  expect(setting).toEqual([{ key: "demo", value: "1" }]);
});

describe("money", () => {
  test("comes to £1,436,071 of the reports and £169,500 that is invented, with 6 amounts not recorded", async () => {
    const invented = await inventedIds();
    const sums = await register.db.read
      .selectFrom("posting")
      .innerJoin("award", "award.id", "posting.award_id")
      .select((e) => [
        e
          .case()
          .when("award.recorded_by_partnership_id", "in", invented)
          .then(1)
          .else(0)
          .end()
          .as("invented"),
        e.cast<number>(e.fn.sum("gross_pence"), "bigint").as("gross"),
        e.cast<number>(e.fn.sum("passed_on_pence"), "bigint").as("passedOn"),
        e.cast<number>(e.fn.sum("not_recorded"), "bigint").as("notRecorded"),
      ])
      .where("posting.effective_on", "<=", context.today)
      .groupBy("invented")
      .orderBy("invented")
      .execute();
    expect(sums).toEqual([
      { invented: 0, gross: 143_607_100, passedOn: 0, notRecorded: 6 },
      { invented: 1, gross: 18_450_000, passedOn: 1_500_000, notRecorded: 0 },
    ]);
  });

  test("Harborough’s £36,073 is its own, not yet apportioned by fund and year", async () => {
    const lines = await postingsOf("Harborough District Community Safety Partnership");
    expect(lines).toEqual([
      {
        gross_pence: 3_607_300,
        effective_on: "2020-10-29",
        fund_id: null,
        funder: "Leicester, Leicestershire and Rutland Police and Crime Commissioner",
        financial_year: null,
        project_id: null,
        stream: null,
      },
    ]);
  });

  test("the joint £299,998 stands once, in October 2023, not yet apportioned to its four partnerships", async () => {
    const postings = await register.db.read
      .selectFrom("posting")
      .selectAll()
      .where("gross_pence", "=", 29_999_800)
      .execute();
    expect(postings).toHaveLength(1);
    expect(postings[0]).toMatchObject({ partnership_id: null, effective_on: "2023-10-31" });
    const partnerships = await register.db.read
      .selectFrom("award_partnership")
      .innerJoin("partnership", "partnership.id", "award_partnership.partnership_id")
      .select(["partnership.name", "part"])
      .where("award_id", "=", postings[0]?.award_id ?? 0)
      .orderBy("partnership.name")
      .execute();
    expect(partnerships.map(({ part }) => part)).toEqual(["partner", "partner", "partner", "partner"]);
    const strands = await register.db.read
      .selectFrom("award_strand")
      .select("theme_id")
      .where("award_id", "=", postings[0]?.award_id ?? 0)
      .execute();
    expect(strands).toHaveLength(4);
  });

  test("Southampton’s approximate £1.1m names no funder and may include the joint award", async () => {
    const version = await register.db.read
      .selectFrom("award_version")
      .selectAll()
      .where("amount_basis", "=", "approximate")
      .executeTakeFirstOrThrow();
    expect(version).toMatchObject({ amount_pence: 110_000_000, fund_id: null, funder_id: null });
    const others = await register.db.read
      .selectFrom("version_may_include")
      .innerJoin("award_version", "award_version.award_id", "version_may_include.other_award_id")
      .select("award_version.amount_pence")
      .where("version_id", "=", version.id)
      .execute();
    expect(others).toEqual([{ amount_pence: 29_999_800 }]);
  });

  test("money passed on between the invented partnerships counts once", async () => {
    const sums = await register.db.read
      .selectFrom("posting")
      .select((e) => e.cast<number>(e.fn.sum("passed_on_pence"), "bigint").as("passed_on"))
      .executeTakeFirstOrThrow();
    expect(sums.passed_on).toBe(1_500_000);
  });
});

test("each person of the demo has one role in every partnership, except where one is to be shown", async () => {
  const rows = await register.db.read
    .selectFrom("person")
    .leftJoin("membership", "membership.person_id", "person.id")
    .select((e) => [
      "person.name",
      "person.is_administrator",
      e.fn.count<number>("membership.role").as("roles"),
    ])
    .groupBy(["person.name", "person.is_administrator"])
    .orderBy("person.name")
    .execute();
  expect(rows).toEqual([
    { name: "Ada Administrator", is_administrator: 1, roles: 0 },
    { name: "Finley Finance", is_administrator: 0, roles: 10 },
    { name: "Morgan Manager", is_administrator: 0, roles: 10 },
    { name: "Olu Officer", is_administrator: 0, roles: 10 },
    { name: "Robin Reader", is_administrator: 0, roles: 10 },
    { name: "Sam Southampton", is_administrator: 0, roles: 1 },
  ]);
});

test("the invented bids stand at every stage", async () => {
  const rows = await register.db.read
    .selectFrom("bid")
    .select(["status", (e) => e.fn.countAll<number>().as("count")])
    .where("source_document_id", "is", null)
    .groupBy("status")
    .orderBy("status")
    .execute();
  expect(rows).toEqual([
    { status: "awaiting_sign_off", count: 1 },
    { status: "awarded", count: 1 },
    { status: "clarification_requested", count: 1 },
    { status: "draft", count: 3 },
    { status: "part_awarded", count: 1 },
    { status: "reserve", count: 1 },
    { status: "submitted", count: 9 },
    { status: "unsuccessful", count: 1 },
    { status: "withdrawn", count: 1 },
  ]);
});

async function inventedIds(): Promise<number[]> {
  const rows = await register.db.read
    .selectFrom("partnership")
    .select("id")
    .where("is_invented", "=", 1)
    .execute();
  return rows.map(({ id }) => id);
}

async function postingsOf(partnership: string) {
  return register.db.read
    .selectFrom("posting")
    .innerJoin("partnership", "partnership.id", "posting.partnership_id")
    .leftJoin("funder", "funder.id", "posting.funder_id")
    .select([
      "gross_pence",
      "effective_on",
      "fund_id",
      "funder.name as funder",
      "financial_year",
      "project_id",
      "stream",
    ])
    .where("partnership.name", "=", partnership)
    .execute();
}
