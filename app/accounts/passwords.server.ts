import { hash, verify } from "@node-rs/argon2";
import { turns } from "./turns.ts";

/** argon2id as OWASP advises: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Each hash holds 19 MiB and a core, so a rush of sign-ins must not start them all at once. */
const inTurn = turns(2);

/** What is kept of a password. Letters that look the same count as the same (NFKC). */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFKC"), COST));
}

let decoy: Promise<string> | undefined;

/**
 * True where the password is the one that was hashed. Without a hash it takes the same time and is false, so that
 * nobody learns from a clock who has an account.
 */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  decoy ??= hashPassword("a password that nobody has");
  const against = hashed ?? (await decoy);
  const same = await inTurn(() => verify(against, password.normalize("NFKC")));
  return same && hashed !== null;
}
