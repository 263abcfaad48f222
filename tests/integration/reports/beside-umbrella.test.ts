import { expect, test } from "vitest";
import { addUmbrellaItem } from "#app/bids/umbrella/itemise-bid.server.ts";
import { getFundingSecured } from "#app/reports/funding-secured.queries.server.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { bidWithMatch } from "./beside-records.ts";

const register = useDatabase();

test("what an umbrella record requested stands beside an award less what is itemised of it, in every grouping", async () => {
  const { db } = register;
  const operator = make.operatorContext(db);
  const partnershipId = await make.createPartnership(db);
  const manager = (await make.createPerson(db, { [partnershipId]: "manager" })).context;
  const sealed = async (reference: string) => {
    const bidId = await bidWithMatch(db, partnershipId, reference);
    const id = await make.createAward(db, [partnershipId], { lead: true, bidId });
    const lines = [line({ partnershipId, financialYear: 2026, amountPence: 1_000 })];
    await seal(operator, id, { amountPence: 1_000, lines });
    return bidId;
  };
  const requested = async (by: "partnership" | "year") => {
    const asked = { asAt: null, knownAt: null, columns: ["requested" as const] };
    const report = await getFundingSecured(operator, { ...asked, by, partnershipIds: [partnershipId] });
    return report.total.beside?.requested;
  };
  const umbrella = await sealed("B-1");
  const item = await sealed("B-2");
  const withoutAward = await bidWithMatch(db, partnershipId, "B-3");
  await db.write((trx) =>
    trx.updateTable("bid").set({ requested_pence: 4_000 }).where("id", "in", [item, withoutAward]).execute(),
  );
  expect(await requested("partnership")).toBe(19_000);
  await addUmbrellaItem(manager, umbrella, "B-2");
  // It has no award, so that it does not stand beside one itself: its £40 are the umbrella’s.
  await addUmbrellaItem(manager, umbrella, "B-3");
  for (const by of ["partnership", "year"] as const) expect(await requested(by), by).toBe(15_000);
});
