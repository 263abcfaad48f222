import { type Context, personId } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { BidAction } from "../bid.status.ts";
import type { Bid } from "../bid.ts";
import { snapshotColumns, takeSnapshot } from "../content-snapshot/take-snapshot.server.ts";
import { leadOf, listChain } from "./sign-off.queries.server.ts";
import { DEFAULT_STEP } from "./sign-off.ts";

/** What a move of the bid means for its sign-off: it is asked for, given, refused or ended with the bid. */
export async function followMove(
  trx: Writer,
  context: Context,
  bid: Bid,
  action: BidAction,
  reason: string | null,
): Promise<void> {
  if (action === "ask_for_sign_off") return openSignOff(trx, context, bid);
  if (action === "sign_off") {
    await trx
      .updateTable("bid_signature")
      .set({ signed_at: context.now(), signed_by: personId(context) })
      .where("sign_off_id", "in", (e) =>
        e.selectFrom("bid_sign_off").select("id").where("bid_id", "=", bid.id).where("ended_at", "is", null),
      )
      .execute();
    await endSignOff(trx, context, bid.id, "signed", null);
  }
  if (action === "send_back") await endSignOff(trx, context, bid.id, "sent_back", reason);
  if (action === "withdraw" || action === "take_back")
    await endSignOff(trx, context, bid.id, "withdrawn", reason);
}

/** Ends what is open of a bid's sign-off. */
export async function endSignOff(
  trx: Writer,
  context: Context,
  bidId: number,
  outcome: "signed" | "sent_back" | "withdrawn",
  reason: string | null,
): Promise<void> {
  await trx
    .updateTable("bid_sign_off")
    .set({ ended_at: context.now(), outcome, reason })
    .where("bid_id", "=", bidId)
    .where("ended_at", "is", null)
    .execute();
}

async function openSignOff(trx: Writer, context: Context, bid: Bid): Promise<void> {
  const chain = await listChain(trx, leadOf(bid) ?? 0);
  const steps = chain.length > 0 ? chain : [{ id: null, title: DEFAULT_STEP }];
  const { id: sign_off_id } = await trx
    .insertInto("bid_sign_off")
    .values({
      bid_id: bid.id,
      asked_at: context.now(),
      asked_by: personId(context),
      ...snapshotColumns(await takeSnapshot(context, bid.id, trx)),
      keeps_exceptions: 1,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await trx
    .insertInto("bid_signature")
    .values(steps.map(({ id, title }, index) => ({ sign_off_id, position: index + 1, title, step_id: id })))
    .execute();
}
