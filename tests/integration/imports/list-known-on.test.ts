import { expect, test } from "vitest";
import { holdListAgain } from "#app/imports/reconcile/hold-again.server.ts";
import { matchTakenList } from "#app/imports/reconcile/match-list.server.ts";
import type { ItemKind } from "#app/imports/reconcile/reconciliation.ts";
import { getReconciliation, listItems } from "#app/imports/reconcile/reconciliations.queries.server.ts";
import { takeList } from "#app/imports/reconcile/take-list.server.ts";
import { createFund, createFunder, createPartnership, createPerson } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { exported } from "../exports/made-file.ts";
import { recordPublishedAwards } from "./funders-list.ts";

const register = useDatabase();

test("a list is held against the awards as they were known on the day that is asked for, and says which", async () => {
  const { db } = register;
  const partnershipId = await createPartnership(db);
  const funderId = await createFunder(db, "Home Office");
  const fundId = await createFund(db, funderId);
  const { context: finance } = await createPerson(db, { [partnershipId]: "finance" });
  const [award] = await recordPublishedAwards(db, partnershipId, { funderId, fundId });
  const list = `Reference,Amount\n${award?.reference},${(award?.pence ?? 0) / 100}`;
  const asked = { partnershipId, funderId, fundId: null, title: "Awards", asAt: null, recipientWords: null };
  const toCome = await takeList(finance, { ...asked, knownAt: "2027-01-01", list }, null);
  expect(toCome).toEqual({ ok: false, errors: { knownAt: "The day must be today or in the past" } });

  const held = async (knownAt: string | null) => {
    const taken = await takeList(finance, { ...asked, knownAt, list }, null);
    if (!taken.ok) throw new Error(JSON.stringify(taken.errors));
    const columns = { reference: "Reference", amount: "Amount", recipient: null, date: null };
    expect((await matchTakenList(finance, taken.value.id, columns)).ok).toBe(true);
    return taken.value.id;
  };
  const items = async (id: number, kind: ItemKind) => (await listItems(finance, id, kind, null)).items;
  const [before, now] = [await held("2020-01-01"), await held(null)];
  expect([await items(before, "ours_only"), await items(before, "agreed")]).toEqual([[], []]);
  expect(await items(before, "theirs_only")).toHaveLength(1);
  expect(await items(now, "agreed")).toHaveLength(1);
  expect((await getReconciliation(finance, before)).knownAt).toBe("2020-01-01");
  expect((await getReconciliation(finance, now)).knownAt).toBe(finance.today);

  const again = await holdListAgain(finance, before);
  if (!again.ok) throw new Error(JSON.stringify(again.errors));
  expect((await getReconciliation(finance, again.value.id)).knownAt).toBe("2020-01-01");
  expect(await items(again.value.id, "theirs_only")).toHaveLength(1);

  const params = { reconciliation: String(before) };
  const [headings = [], row = []] = await rowsOf(
    "csv",
    await exported(finance, "reconciliation", { params }),
  );
  const cell = (heading: string) => row[headings.indexOf(heading)];
  expect([cell("As at"), cell("As it was known on")]).toEqual([finance.today, "2020-01-01"]);
});
