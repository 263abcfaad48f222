import { constants, setPriority } from "node:os";

/**
 * Lets the processor serve others first while this thread works: a list is not to wait for a long report. Linux knows
 * a priority for each thread; elsewhere it would be the whole process's.
 */
export function giveWay() {
  if (process.platform === "linux") setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);
}
