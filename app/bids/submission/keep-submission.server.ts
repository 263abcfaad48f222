import { ukLocalTime } from "#app/funds/index.ts";
import { type Context, personId } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { Bid } from "../bid.ts";
import { asSent, snapshotColumns, takeSnapshot } from "../content-snapshot/take-snapshot.server.ts";
import type { MoveAnswers } from "../move-bid.server.ts";

/** Keeps how a bid was sent, and all that was sent, in the transaction that submits it. */
export async function keepSubmission(
  trx: Writer,
  context: Context,
  bid: Pick<Bid, "id" | "round">,
  answers: MoveAnswers,
): Promise<void> {
  const { actor } = context;
  const happenedOn = answers.happenedOn ?? null;
  const clock = ukLocalTime(context.now()).split("T")[1] ?? null;
  await trx
    .insertInto("bid_submission")
    .values({
      bid_id: bid.id,
      submitted_on: happenedOn ?? context.today,
      // Who says neither day nor time sends it now.
      submitted_time: answers.sentTime ?? (happenedOn === null ? clock : null),
      sent_by: answers.sentBy ?? (happenedOn === null && actor.kind === "person" ? actor.name : null),
      channel: answers.channel ?? null,
      funder_reference: answers.reference ?? null,
      round_closed_at: await closingOf(trx, bid.round?.id ?? null),
      recorded_at: context.now(),
      recorded_by: personId(context),
      ...snapshotColumns(asSent(await takeSnapshot(context, bid.id, trx))),
    })
    .execute();
}

/** When a round closes, as the register has it now. */
export async function closingOf(trx: Writer, roundId: number | null): Promise<string | null> {
  if (roundId === null) return null;
  const row = await trx.selectFrom("round").select("closes_at").where("id", "=", roundId).executeTakeFirst();
  return row?.closes_at ?? null;
}
