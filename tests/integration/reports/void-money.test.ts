import { expect, test } from "vitest";
import { BESIDE_COLUMNS } from "#app/reports/beside/beside.ts";
import { getCrossed } from "#app/reports/crossed/crossed.queries.server.ts";
import { crossedText } from "#app/reports/crossed/crossed-words.rules.ts";
import { getFundingSecured } from "#app/reports/funding-secured.queries.server.ts";
import { fundingSecuredText } from "#app/reports/funding-secured-text.rules.ts";
import { sumAwardStatus } from "#app/standing/index.server.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { exported } from "../exports/made-file.ts";
import { claim, spend } from "./beside-records.ts";

const register = useDatabase();
const ALL = { partnershipIds: null, asAt: null, knownAt: null, columns: BESIDE_COLUMNS };

test("what was claimed, came and was spent of an award that is void is in no column, and named with its sums", async () => {
  const { db } = register;
  const operator = make.operatorContext(db);
  const there = await make.createPartnership(db, "Elham");
  const id = await make.createAward(db, [there], { lead: true });
  await seal(operator, id, {
    amountPence: 9_000,
    lines: [line({ partnershipId: there, amountPence: 9_000 })],
  });
  await claim(db, id, "2024-10-01", [[2024, 2_500]], 2_000);
  await spend(db, id, "2024-04-01", "2024-06-30", 2024, 1_000);
  await seal(operator, id, { kind: "void", amountPence: 0, effectiveOn: "2026-06-01" });
  const one = { ...ALL, partnershipIds: [there] };
  const report = await getFundingSecured(operator, { ...one, by: "fund" });
  expect(report.total.beside).toMatchObject({ claimed: null, received: null, spent: null });
  const named =
    "Of void awards, in none of these figures: claimed £25, received £20, spent £10. What came of them, £20, is to be repaid.";
  expect(report.figures.beside?.ofVoidAwards).toEqual({
    ...{ claimed: 2_500, received: 2_000, spent: 1_000, repaid: 0 },
  });
  expect(fundingSecuredText(report)).toContain(named);
  expect(crossedText(await getCrossed(operator, { ...one, by: "fund", and: "year" }))).toContain(named);
  const params = { partnership: String(there), columns: "claimed,received,spent" };
  const file = JSON.parse(
    (await exported(operator, "funding-secured", { format: "json", params })).toString(),
  );
  expect(JSON.stringify(file._readme)).toContain(named);
  const claims = JSON.parse(
    (
      await exported(operator, "claims", { format: "json", params: { partnership: String(there) } })
    ).toString(),
  );
  expect(JSON.stringify(claims._readme)).toContain("Of it £25.00 was submitted and");
  const status = { partnershipId: there, asAt: null, knownAt: null };
  expect((await sumAwardStatus(operator, status)).ofVoid).toMatchObject({ claimed: 2_500, received: 2_000 });
  // The day before it was void all of it counted.
  const before = await getFundingSecured(operator, { ...one, by: "fund", asAt: "2026-05-31" });
  expect(before.total.beside).toMatchObject({ claimed: 2_500, received: 2_000 });
  expect(before.figures.beside?.ofVoidAwards).toEqual({ claimed: 0, received: 0, spent: 0, repaid: 0 });
});
