import { type Context, personId } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import { bidReference } from "./bid.rules.ts";
import type { BidStatus } from "./bid.status.ts";

/** The next free reference of a bid; the number is given out for good where the transaction commits. */
export async function nextReference(trx: Writer): Promise<string> {
  const { last } = await trx
    .updateTable("reference_counter")
    .set((e) => ({ last: e("last", "+", 1) }))
    .where("kind", "=", "bid")
    .returning("last")
    .executeTakeFirstOrThrow();
  return bidReference(last);
}

type NewEvent = {
  action: string;
  from: BidStatus | null;
  to: BidStatus;
  happenedOn?: string | null;
  reason?: string | null;
  reference?: string | null;
};

/** Adds to the history of a bid, in the transaction that changes it. */
export async function addEvent(trx: Writer, context: Context, bidId: number, event: NewEvent): Promise<void> {
  await trx
    .insertInto("bid_event")
    .values({
      bid_id: bidId,
      at: context.now(),
      happened_on: event.happenedOn ?? null,
      person_id: personId(context),
      action: event.action,
      from_status: event.from,
      to_status: event.to,
      reason: event.reason ?? null,
      reference: event.reference ?? null,
    })
    .execute();
}
