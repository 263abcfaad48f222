import { recordAudit } from "#app/audit/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { hashToken } from "#app/platform/tokens.server.ts";
import type { Writer } from "#db/open.server.ts";
import { keptEmail } from "./person.rules.ts";
import {
  ACCOUNT_FAILURES,
  ADDRESS_FAILURES,
  addressGroup,
  WINDOW_MINUTES,
  waitAfter,
} from "./throttle.rules.ts";

/** Who tries a password: the account's name as it was typed, and the address that the request came from. */
export type Attempt = { email: string; address: string };

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const FAILURES_KEPT_MS = DAY_MS;
const SUCCESSES_KEPT_MS = 30 * DAY_MS;

/**
 * How long the password is not looked at yet, in seconds; 0 where it is. By the account's failures and, apart from
 * them, by those of the address. Where the account was signed in to from the same address before, only failures from
 * there count against it: strangers who guess do not keep its owner out.
 */
export async function secondsToWait(context: Context, attempt: Attempt): Promise<number> {
  const { account_hash, address_hash } = keysOf(attempt);
  const now = context.now();
  const failures = context.db.read
    .selectFrom("sign_in_attempt")
    .select(["account_hash", "address_hash", "at"])
    .where("succeeded", "=", 0)
    .where("at", ">", before(now, WINDOW_MINUTES * MINUTE_MS))
    .orderBy("at", "desc")
    .limit(100);
  const fromAddress = await failures.where("address_hash", "=", address_hash).execute();
  const ofAccount = (await isUsualPlace(context, { account_hash, address_hash }))
    ? fromAddress.filter((failure) => failure.account_hash === account_hash)
    : await failures.where("account_hash", "=", account_hash).execute();
  return Math.max(left(now, ofAccount, ACCOUNT_FAILURES), left(now, fromAddress, ADDRESS_FAILURES));
}

async function isUsualPlace(
  context: Context,
  keys: { account_hash: string; address_hash: string },
): Promise<boolean> {
  const success = await context.db.read
    .selectFrom("sign_in_attempt")
    .select("id")
    .where("account_hash", "=", keys.account_hash)
    .where("address_hash", "=", keys.address_hash)
    .where("succeeded", "=", 1)
    .limit(1)
    .executeTakeFirst();
  return success !== undefined;
}

/** @param failures the last one first */
function left(now: string, failures: readonly { at: string }[], limit: number): number {
  const last = failures[0];
  if (!last) return 0;
  const passed = (Date.parse(now) - Date.parse(last.at)) / 1000;
  return Math.max(0, Math.ceil(waitAfter(failures.length, limit) - passed));
}

/**
 * Keeps a wrong password's account and address, and its entry in the audit, which names the person where there is one
 * and never what was typed.
 */
export async function recordFailure(
  context: Context,
  attempt: Attempt,
  personId: number | null,
  action: string,
): Promise<void> {
  await context.db.write(async (trx) => {
    const at = context.now();
    await trx
      .insertInto("sign_in_attempt")
      .values({ ...keysOf(attempt), succeeded: 0, at })
      .execute();
    await deleteOldAttempts(trx, at);
    await recordAudit(trx, context, { action, recordType: "person", recordId: personId ?? "unknown" });
  });
}

/** A right password ends the account's failures from the same address, and makes that a usual place of the account. */
export async function recordSuccess(trx: Writer, context: Context, attempt: Attempt): Promise<void> {
  const keys = keysOf(attempt);
  await trx
    .deleteFrom("sign_in_attempt")
    .where("account_hash", "=", keys.account_hash)
    .where("address_hash", "=", keys.address_hash)
    .execute();
  const at = context.now();
  await trx
    .insertInto("sign_in_attempt")
    .values({ ...keys, succeeded: 1, at })
    .execute();
  await deleteOldAttempts(trx, at);
}

async function deleteOldAttempts(trx: Writer, now: string): Promise<void> {
  await trx
    .deleteFrom("sign_in_attempt")
    .where("at", "<", before(now, FAILURES_KEPT_MS))
    .where((row) => row.or([row("succeeded", "=", 0), row("at", "<", before(now, SUCCESSES_KEPT_MS))]))
    .execute();
}

function keysOf({ email, address }: Attempt): { account_hash: string; address_hash: string } {
  return { account_hash: hashToken(keptEmail(email)), address_hash: hashToken(addressGroup(address)) };
}

function before(now: string, milliseconds: number): string {
  return new Date(Date.parse(now) - milliseconds).toISOString();
}
