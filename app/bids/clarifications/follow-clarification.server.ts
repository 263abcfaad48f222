import { type Context, personId } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { BidAction } from "../bid.status.ts";
import type { MoveAnswers } from "../move-bid.server.ts";

/** What a move of the bid means for the questions of its funder: one more, or all that are open are answered. */
export async function followClarification(
  trx: Writer,
  context: Context,
  bidId: number,
  action: BidAction,
  answers: MoveAnswers,
): Promise<void> {
  const person = personId(context);
  const day = answers.happenedOn ?? context.today;
  if (action === "ask_clarification") {
    await trx
      .insertInto("bid_clarification")
      .values({
        bid_id: bidId,
        question: answers.reason ?? "",
        asked_on: day,
        due_on: answers.dueOn ?? null,
        recorded_at: context.now(),
        recorded_by: person,
      })
      .execute();
  }
  if (action === "answer_clarification") {
    await trx
      .updateTable("bid_clarification")
      .set({ answer: answers.reason ?? null, answered_on: day, answered_by: person })
      .where("bid_id", "=", bidId)
      .where("answered_on", "is", null)
      .execute();
  }
}
