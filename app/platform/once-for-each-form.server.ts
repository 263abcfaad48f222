import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "#db/open.server.ts";
import type { Context } from "./context.server.ts";
import { hashToken } from "./tokens.server.ts";

/** The hidden field that tells one showing of a form from another. */
const FORM_KEY = "form-key";
const KEY = /^[\w-]{20,64}$/;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The form has been accepted before. `location` is where its sender was led then, where that is still known. */
export class AlreadyAcceptedError extends Error {
  override name = "AlreadyAcceptedError";
  constructor(readonly location: string | null) {
    super("This form has been accepted already");
  }
}

/**
 * Runs an action so that one showing of a form makes one record, however often it is sent: the first transaction of
 * the action also writes the form's key, and a second one finds it there. A form that is refused may be sent again.
 * @throws AlreadyAcceptedError for every repeat.
 */
export async function onceForEachForm<Value>(
  context: Context,
  form: FormData,
  work: (context: Context, form: FormData) => Promise<Value> | Value,
): Promise<Value> {
  const shown = form.get(FORM_KEY);
  if (context.actor.kind !== "person" || typeof shown !== "string" || !KEY.test(shown))
    return work(context, form);
  const key = await keyOf(form);
  await refuseAccepted(context, key);
  const claim = { key, shown: hashToken(shown), personId: context.actor.id, made: false };
  try {
    const value = await work({ ...context, db: claiming(context, claim) }, form);
    if (claim.made) rememberLocation(key, value);
    // A repeat that lost the race may be told that the record has changed or is there already: by its own twin.
    else await refuseAccepted(context, key);
    return value;
  } catch (error) {
    if (!claim.made) await refuseAccepted(context, key);
    throw error;
  }
}

/** One showing of a form with one set of answers: somebody who goes back and answers otherwise sends another. */
async function keyOf(form: FormData): Promise<string> {
  const answers = [...form].map(async ([name, value]) => [
    name,
    typeof value === "string" ? value : await hashOfFile(value),
  ]);
  return hashToken(JSON.stringify(await Promise.all(answers)));
}

async function hashOfFile(file: File): Promise<string> {
  return createHash("sha256")
    .update(new Uint8Array(await file.arrayBuffer()))
    .digest("hex");
}

async function refuseAccepted(context: Context, key: string): Promise<void> {
  const accepted = await context.db.read
    .selectFrom("form_key")
    .select("key")
    .where("key", "=", key)
    .executeTakeFirst();
  if (accepted) throw new AlreadyAcceptedError(await locationOf(key));
}

type Claim = { key: string; shown: string; personId: number; made: boolean };

function claiming(context: Context, claim: Claim): Database {
  const { db } = context;
  const { key, shown, personId } = claim;
  return {
    ...db,
    write: async (work) => {
      if (claim.made) return db.write(work);
      const result = await db.write(async (transaction) => {
        const inserted = await transaction
          .insertInto("form_key")
          .values({ key, person_id: personId, at: context.now(), shown })
          .onConflict((conflict) => conflict.column("key").doNothing())
          .executeTakeFirst();
        if (inserted.numInsertedOrUpdatedRows !== 1n) throw new AlreadyAcceptedError(null);
        return work(transaction);
      });
      claim.made = true;
      return result;
    },
  };
}

/** Where accepted forms led, for those who press twice; one that is forgotten leads back to the form's own page. */
const locations = new Map<string, string>();
const LOCATIONS_KEPT = 10_000;

function rememberLocation(key: string, answer: unknown): void {
  const location = answer instanceof Response ? answer.headers.get("Location") : null;
  if (location === null) return;
  locations.set(key, location);
  const [oldest] = locations.keys();
  if (locations.size > LOCATIONS_KEPT && oldest !== undefined) locations.delete(oldest);
}

/** The twin that was accepted may be a moment from knowing where it leads. */
async function locationOf(key: string): Promise<string | null> {
  for (let look = 0; look < 10 && !locations.has(key); look += 1) await wait(20);
  return locations.get(key) ?? null;
}

/** The showing of a form as it is kept; null where what the form carries is no key of one. */
export function shownForm(formKey: string): string | null {
  return KEY.test(formKey) ? hashToken(formKey) : null;
}

/** True where this showing of a form was accepted, whatever its answers were. */
export async function isAccepted({ db }: Context, shown: string): Promise<boolean> {
  const accepted = await db.read
    .selectFrom("form_key")
    .select("key")
    .where("shown", "=", shown)
    .executeTakeFirst();
  return accepted !== undefined;
}

/**
 * Forgets the keys of forms that nobody can still have open, and with them what was typed into those forms before they
 * were sent. @param now ISO UTC
 */
export async function deleteOldFormKeys(database: Database, now: string): Promise<void> {
  const limit = new Date(Date.parse(now) - 2 * DAY_MS).toISOString();
  await database.write(async (transaction) => {
    const old = transaction.selectFrom("form_key").select("shown").where("at", "<", limit);
    await transaction
      .deleteFrom("typed_form")
      .where("shown", "in", old.where("shown", "is not", null))
      .execute();
    await transaction.deleteFrom("form_key").where("at", "<", limit).execute();
  });
}
