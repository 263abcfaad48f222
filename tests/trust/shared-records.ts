import type { Writer } from "#db/open.server.ts";
import { NOW, TODAY } from "./standings.ts";

/** A report of a partnership that was handed out; `publicName` the last part of its public address. */
export async function addPublished(
  trx: Writer,
  partnership_id: number,
  publicName: string | null,
): Promise<number> {
  const { id } = await trx
    .insertInto("published_report")
    .values({
      partnership_id,
      title: "Funding secured",
      grouped_by: "partnership",
      as_at: TODAY,
      known_at: TODAY,
      ledger_position: 1,
      total_pence: 0,
      body_html: "<p>Nothing</p>",
      file_html: "<p>Nothing</p>",
      file_csv: "Partnership",
      fingerprint: `${partnership_id} ${publicName}`,
      public_name: publicName,
      published_at: NOW,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** A view of the list of bids that a partnership's people share. */
export async function addSharedView(trx: Writer, person_id: number, partnership_id: number): Promise<void> {
  const view = {
    person_id,
    partnership_id,
    name: "To be decided",
    query: "status=submitted",
    created_at: NOW,
  };
  await trx.insertInto("saved_view").values(view).execute();
}

/** A decision of a partnership not to bid to a round. */
export async function addNotBid(trx: Writer, round_id: number, partnership_id: number): Promise<number> {
  const decision = { decided_on: TODAY, reason: "No match funding could be found", recorded_at: NOW };
  const { id } = await trx
    .insertInto("round_not_bid")
    .values({ ...decision, round_id, partnership_id })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
