import { expect, test } from "vitest";
import { addUmbrellaItem } from "#app/bids/umbrella/itemise-bid.server.ts";
import { getFundingSecured } from "#app/reports/funding-secured.queries.server.ts";
import { getSuccess } from "#app/reports/success/success.queries.server.ts";
import type { Database } from "#db/open.server.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { bidWithMatch } from "./beside-records.ts";

const register = useDatabase();

test("what an umbrella record requested, and its match, stand beside an award less what is itemised of it", async () => {
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
  const besideBy = async (by: "partnership" | "year" | "fund", position?: number) => {
    const asked = {
      asAt: null,
      knownAt: null,
      position,
      columns: ["requested" as const, "matchCash" as const],
    };
    const report = await getFundingSecured(operator, { ...asked, by, partnershipIds: [partnershipId] });
    return report.total.beside;
  };
  const umbrella = await sealed("B-1");
  const item = await sealed("B-2");
  const withoutAward = await bidWithMatch(db, partnershipId, "B-3");
  await db.write((trx) =>
    trx.updateTable("bid").set({ requested_pence: 4_000 }).where("id", "in", [item, withoutAward]).execute(),
  );
  expect(await besideBy("partnership")).toMatchObject({ requested: 19_000, matchCash: 4_000 });
  const before = await head(db);
  const umbrellasAt = async (position?: number) =>
    (await getSuccess(manager, { by: "year", partnershipIds: null, asAt: null, knownAt: null, position }))
      .leftOut.umbrella;
  expect(await umbrellasAt()).toBe(0);
  await addUmbrellaItem(manager, umbrella, "B-2");
  // It has no award, so that it does not stand beside one itself: its £40 are the umbrella’s.
  await addUmbrellaItem(manager, umbrella, "B-3");
  for (const by of ["partnership", "fund"] as const)
    expect(await besideBy(by), by).toMatchObject({ requested: 15_000, matchCash: 2_000 });
  expect(await besideBy("year")).toMatchObject({ requested: 15_000 });
  expect(await umbrellasAt()).toBe(1);
  // Up to an entry before it was itemised, it was not.
  expect(await besideBy("partnership", before)).toMatchObject({ requested: 19_000, matchCash: 4_000 });
  expect(await umbrellasAt(before)).toBe(0);
});

async function head(db: Database): Promise<number> {
  return (await db.read.selectFrom("audit_head").select("seq").executeTakeFirstOrThrow()).seq;
}
