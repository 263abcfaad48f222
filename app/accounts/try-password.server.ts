import type { Context } from "#app/platform/context.server.ts";
import { isPassword } from "./passwords.server.ts";
import { type Attempt, recordFailure, secondsToWait } from "./throttle.server.ts";
import { turns } from "./turns.ts";

/** Whether a password is right; where too many were wrong it is not looked at, and this says for how long. */
export type Tried = { right: true } | { right: false; waitSeconds: number };

/** Few at once, so that a thousand guesses that arrive together are counted one after another. */
const inTurn = turns(2);

/**
 * Compares a password with the one kept, within the limits on wrong ones, and counts it where it is wrong.
 * @param kept of the account that was named: nobody where there is no such account, which takes the same time.
 * @param action what the audit calls a wrong one.
 */
export async function tryPassword(
  context: Context,
  attempt: Attempt & { password: string },
  kept: { personId: number; hash: string | null } | null,
  action: string,
): Promise<Tried> {
  const early = await secondsToWait(context, attempt);
  if (early > 0) return { right: false, waitSeconds: early };
  return inTurn(async () => {
    const waitSeconds = await secondsToWait(context, attempt);
    if (waitSeconds > 0) return { right: false, waitSeconds };
    if (await isPassword(attempt.password, kept?.hash ?? null)) return { right: true };
    await recordFailure(context, attempt, kept?.personId ?? null, action);
    return { right: false, waitSeconds: 0 };
  });
}
