import type { Writer } from "#db/open.server.ts";
import { NOW, TODAY } from "./standings.ts";

/** A funder's list of a partnership that is not yet held against its awards. @returns its number */
export async function addFundersList(trx: Writer, partnership_id: number): Promise<number> {
  const funder = await trx.selectFrom("funder").select("id").orderBy("id").executeTakeFirstOrThrow();
  const { id } = await trx
    .insertInto("reconciliation")
    .values({
      partnership_id,
      funder_id: funder.id,
      title: "Awards of the year",
      as_at: TODAY,
      list_text: "Reference,Amount\nA-1,100",
      list_rows: 1,
      fingerprint: "0".repeat(64),
      taken_at: NOW,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** One that was, with a row that is theirs only. */
export async function addReconciliation(
  trx: Writer,
  partnership_id: number,
): Promise<{ id: number; itemId: number }> {
  const id = await addFundersList(trx, partnership_id);
  const columns = { reference: "Reference", amount: "Amount", recipient: null, date: null };
  const leftOut = { totals: [], ofOthers: 0, unreadableAmounts: [], unreadableDates: [] };
  const found = {
    columns_json: JSON.stringify(columns),
    left_out_json: JSON.stringify(leftOut),
    matched_at: NOW,
  };
  await trx.updateTable("reconciliation").set(found).where("id", "=", id).execute();
  const item = await trx
    .insertInto("reconciliation_item")
    .values({ reconciliation_id: id, kind: "theirs_only", theirs_pence: 10_000, their_rows: "2" })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id, itemId: item.id };
}
