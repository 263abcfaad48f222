import type { Batch } from "./batch.ts";
import { dayNear } from "./calendar.ts";

/** Up to two tasks of a bid: of one that is decided they were done long ago, of one that waits they are open. */
export function makeTasks(
  { rows }: Batch,
  bid: { id: number; at: string; assigneeId: number; decided: boolean },
): void {
  const { id, at, assigneeId, decided } = bid;
  for (let number = 0; number < (id % 5) - 2; number += 1) {
    const dueOn = dayNear(at, 30 * (number + 1));
    rows.task.push({
      bid_id: id,
      what: WHAT[number] ?? "",
      assignee_id: assigneeId,
      due_on: dueOn,
      outcome: decided ? "done" : null,
      settled_on: decided ? dueOn : null,
      made_at: at,
      version: 1,
    });
  }
}

const WHAT = ["Ask the analyst for the figures of the area", "Agree the match with the council"];
