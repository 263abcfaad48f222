import { sql } from "kysely";
import { type Context, personId } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import { bidReference } from "./bid.rules.ts";
import type { BidStatus } from "./bid.status.ts";

/** The next free reference of a bid; the number is given out for good where the transaction commits. */
export async function nextReference(trx: Writer): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    update reference_counter set last = last + 1 where kind = 'bid' returning last`.execute(trx);
  const [counter] = rows;
  if (counter === undefined) throw new Error("The register counts no references of bids");
  return bidReference(counter.last);
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
  const row = {
    bid_id: bidId,
    at: context.now(),
    happened_on: event.happenedOn ?? null,
    person_id: personId(context),
    action: event.action,
    from_status: event.from,
    to_status: event.to,
    reason: event.reason ?? null,
    reference: event.reference ?? null,
  };
  await context.db.engine.insertRows(trx, "bid_event", [row]);
}
