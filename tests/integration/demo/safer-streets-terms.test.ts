import { expect, test } from "vitest";
import { fillDemo } from "#app/cli/demo/index.server.ts";
import { getRoundTerms } from "#app/funds/terms/terms.queries.server.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();

test("the six Safer Streets rounds stand in the demo with their real terms, and nothing that is not published", async () => {
  const context = operatorContext(register.db);
  await fillDemo(context);
  const rounds = await register.db.read
    .selectFrom("round")
    .innerJoin("fund", "fund.id", "round.fund_id")
    .select(["round.id"])
    .where("fund.name", "=", "Safer Streets Fund")
    .orderBy("round.id")
    .execute();
  const terms = [];
  for (const { id } of rounds) {
    const { capPence, matchBasisPoints, inKindCounts, applicantKinds, bidsPerArea, years, ...rest } =
      await getRoundTerms(context, id);
    const leads = applicantKinds.map((kind) => kind[0]).join("");
    const caps = years.map(({ year, capPence: cap }) => `${year}: ${cap}`);
    const { noTransferBetweenYears, themes } = rest;
    terms.push([
      capPence,
      bidsPerArea,
      leads,
      matchBasisPoints,
      inKindCounts,
      caps,
      noTransferBetweenYears,
      themes.length,
    ]);
  }
  expect(terms).toEqual([
    [55_000_000, 3, "p", null, null, [], null, 1],
    [43_200_000, 3, "lp", 2000, true, [], null, 3],
    [null, 3, "bclp", null, null, [], null, 3],
    [30_000_000, 1, "bclp", null, null, [], null, 2],
    [75_000_000, null, "bclp", 5000, null, ["2022: 50000000", "2023: 25000000"], true, 3],
    [null, 3, "p", null, null, [], null, 3],
  ]);
});
