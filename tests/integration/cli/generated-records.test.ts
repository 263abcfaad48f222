import { beforeAll, expect, test } from "vitest";
import { generateRegister } from "#app/cli/generate/index.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();

beforeAll(async () => {
  await generateRegister(make.operatorContext(register.db), { bids: 200, seed: 7, password: null });
});

test.each([
  "project",
  "bid",
  "award",
  "award_version",
  "posting",
  "claim",
  "claim_line",
  "claim_receipt",
  "spend",
  "onward_grant",
  "award_condition",
  "award_return",
  "award_hold",
  "measure",
  "reading",
] as const)("a generated register has records of the kind %s", async (table) => {
  const { count } = await register.db.read
    .selectFrom(table)
    .select((e) => e.fn.countAll<number | string>().as("count"))
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBeGreaterThan(0);
});

test("claims, returns, conditions and holds are both settled and still open", async () => {
  const { read } = register.db;
  const claims = await read.selectFrom("claim").select("status").distinct().execute();
  const statuses = claims.map(({ status }) => status);
  expect(statuses).toEqual(expect.arrayContaining(["paid", "part_paid", "submitted", "queried"]));
  const returns = await read.selectFrom("award_return").select("submitted_on").execute();
  const conditions = await read.selectFrom("award_condition").select("met_on").execute();
  const days = [returns.map((row) => row.submitted_on), conditions.map((row) => row.met_on)];
  for (const each of days) {
    expect(each.some((day) => day === null)).toBe(true);
    expect(each.some((day) => day !== null)).toBe(true);
  }
  const inside = await read.selectFrom("posting").select("id").where("passed_on_pence", "!=", 0).execute();
  expect(inside.length).toBeGreaterThan(0);
});
