import { type Context, may } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { type FormValues, textAt } from "#app/ui/forms/form-values.ts";
import type { Writer } from "#db/open.server.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import type { SectionName } from "./content.ts";

/** What somebody typed into a section of a draft that could not be saved. */
export type TypedSection = {
  values: FormValues;
  /** Instant, ISO UTC. */
  at: string;
};

/**
 * Keeps what the actor typed into a section and could not save, in place of what they typed before. With the version
 * that they had read, so that what others save meanwhile stands beside it.
 * @returns whether it is kept: not where the bid is no longer a draft, and for nobody but a person.
 * @throws NotFoundError where the actor may not read the bid. @throws ForbiddenError where others write it.
 */
export async function keepTyped(
  context: Context,
  bidId: number,
  section: SectionName,
  values: FormValues,
): Promise<boolean> {
  const { actor } = context;
  const bid = await getBid(context, bidId);
  if (!may(actor, "bid.write", writablePartnerships(bid))) throw new ForbiddenError("bid.write");
  if (actor.kind !== "person" || bid.status !== "draft") return false;
  await writeTyped(context, actor.id, bidId, section, values);
  return true;
}

/** As long as this after a section was saved, in milliseconds, what its form sends of itself may still come in. */
const ON_ITS_WAY = 60_000;

/**
 * The same for what was typed and neither saved nor refused: a page sends it of itself. What is kept already is not
 * written again, and not what comes in after the same person has saved it.
 * @throws NotFoundError, ForbiddenError as `keepTyped`.
 */
export async function keepUnsent(
  context: Context,
  bidId: number,
  section: SectionName,
  values: FormValues,
): Promise<boolean> {
  const kept = await findTyped(context, bidId, section);
  if (kept !== null && JSON.stringify(kept.values) === typedJson(values)) return true;
  if (await isJustSaved(context, bidId, section, Number(textAt(values, "version")))) return false;
  return keepTyped(context, bidId, section, values);
}

/** True where the actor has just saved a section over the version that they had read. */
async function isJustSaved(
  { db, actor, now }: Context,
  bidId: number,
  section: SectionName,
  version: number,
): Promise<boolean> {
  if (actor.kind !== "person") return false;
  const saved = await db.read
    .selectFrom("bid_section")
    .select(["version", "saved_at"])
    .where("bid_id", "=", bidId)
    .where("section", "=", section)
    .where("saved_by", "=", actor.id)
    .executeTakeFirst();
  return (
    saved !== undefined &&
    saved.version > version &&
    Date.parse(now()) - Date.parse(saved.saved_at) < ON_ITS_WAY
  );
}

function typedJson(values: FormValues): string {
  const { intent: _, "form-key": _key, ...typed } = values;
  return JSON.stringify(typed);
}

async function writeTyped(
  context: Context,
  personId: number,
  bidId: number,
  section: SectionName,
  values: FormValues,
): Promise<void> {
  const kept = { typed_json: typedJson(values), typed_at: context.now() };
  await context.db.write((trx) =>
    trx
      .insertInto("bid_section_typed")
      .values({ bid_id: bidId, section, person_id: personId, ...kept })
      .onConflict((conflict) => conflict.columns(["bid_id", "section", "person_id"]).doUpdateSet(kept))
      .execute(),
  );
}

/** What the actor typed into a section of a bid, theirs to read, and could not save; null where there is nothing. */
export async function findTyped(
  context: Context,
  bidId: number,
  section: SectionName,
): Promise<TypedSection | null> {
  const { actor, db } = context;
  if (actor.kind !== "person") return null;
  const row = await db.read
    .selectFrom("bid_section_typed")
    .select(["typed_json", "typed_at"])
    .where("bid_id", "=", bidId)
    .where("section", "=", section)
    .where("person_id", "=", actor.id)
    .executeTakeFirst();
  return row ? { values: JSON.parse(row.typed_json) as FormValues, at: row.typed_at } : null;
}

/**
 * Throws away what the actor typed into a section and did not save.
 * @throws NotFoundError where they may not read the bid.
 */
export async function throwAwayTyped(context: Context, bidId: number, section: SectionName): Promise<void> {
  await getBid(context, bidId);
  await context.db.write((trx) => forgetTyped(trx, context, bidId, section));
}

/** As the section is saved, or what was typed is thrown away. Nobody else's is touched. */
export async function forgetTyped(
  trx: Writer,
  { actor }: Context,
  bidId: number,
  section: SectionName,
): Promise<void> {
  if (actor.kind !== "person") return;
  await trx
    .deleteFrom("bid_section_typed")
    .where("bid_id", "=", bidId)
    .where("section", "=", section)
    .where("person_id", "=", actor.id)
    .execute();
}
