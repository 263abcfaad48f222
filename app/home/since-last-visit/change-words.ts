import { actionWords } from "#app/audit/index.ts";
import type { ChangeInARow } from "./change.ts";

/** "Changed the draft (8 times)": what was done, in plain words. */
export function changeWords({ action, times }: Pick<ChangeInARow, "action" | "times">): string {
  const words = actionWords(action);
  return times === 1 ? words : `${words} (${times} times)`;
}

/** Who did it: a command on the server is run by the operator. */
export function changedBy({ by }: { by: string | null }): string {
  return by ?? "The operator of the register";
}
