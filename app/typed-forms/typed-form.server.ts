import type { Context } from "#app/platform/context.server.ts";
import { isAccepted, shownForm } from "#app/platform/once-for-each-form.server.ts";
import { type FormValues, textAt } from "#app/ui/forms/form-values.ts";
import type { TypedForm } from "./typed-form.ts";

/**
 * Follows what a form that was sent came to: accepted, what it offered of before is thrown away; else what was sent is
 * kept in place of that.
 * @param context not that of the form’s own transaction: a form that is refused may be sent again.
 */
export async function followSent(
  context: Context,
  form: string,
  values: FormValues,
  answer: unknown,
): Promise<void> {
  if (!isSaved(answer)) await write(context, form, { values, shown: null });
  else if (textAt(values, "kept") !== "") await throwAwayTypedForm(context, form);
}

/** True of the answer to a form that was accepted: it sends the browser on. */
export function isSaved(answer: unknown): boolean {
  return answer instanceof Response && answer.status === 303;
}

/**
 * Takes what a page sends of itself while somebody types.
 * @param form null where the form is not one that is kept now. @returns the answer, with nothing in it.
 */
export async function takeTyped(
  context: Context,
  form: string | null,
  values: FormValues,
): Promise<Response> {
  if (textAt(values, "intent") === "unchanged") await forgetUnchanged(context, values);
  else if (form !== null) await keepSentOfItself(context, form, values);
  return new Response(null, { status: 204 });
}

/**
 * Keeps what a page sends of itself while somebody types; where it says again what it said when it was opened, what was
 * kept of this showing of it is thrown away. Not what is kept already, and not what comes in after it was accepted.
 */
async function keepSentOfItself(context: Context, form: string, values: FormValues): Promise<void> {
  const shown = shownForm(textAt(values, "shown-form"));
  if (shown === null || (await isAccepted(context, shown))) return;
  const kept = await findTypedForm(context, form);
  if (kept !== null && JSON.stringify(kept.values) === typedJson(values)) return;
  await write(context, form, { values, shown });
}

/** Throws away what was typed into a showing of a form that says again what it said when it was opened. */
async function forgetUnchanged({ db, actor }: Context, values: FormValues): Promise<void> {
  const shown = shownForm(textAt(values, "shown-form"));
  if (shown === null || actor.kind !== "person") return;
  await db.write((trx) =>
    trx.deleteFrom("typed_form").where("person_id", "=", actor.id).where("shown", "=", shown).execute(),
  );
}

/** Throws away what the actor typed into a form. */
export async function throwAwayTypedForm({ db, actor }: Context, form: string): Promise<void> {
  if (actor.kind !== "person") return;
  await db.write((trx) =>
    trx.deleteFrom("typed_form").where("person_id", "=", actor.id).where("form", "=", form).execute(),
  );
}

/** What the actor typed into a form and has not sent; null where there is nothing, or that form was accepted since. */
export async function findTypedForm(context: Context, form: string): Promise<TypedForm | null> {
  const row = await unsentForms(context)?.where("form", "=", form).executeTakeFirst();
  return row ? { values: JSON.parse(row.typed_json) as FormValues, at: row.typed_at } : null;
}

/** The forms that the actor typed into and has not sent, whose names begin so; the latest first. */
export async function listTypedForms(
  context: Context,
  begun: string,
): Promise<(TypedForm & { form: string })[]> {
  const rows = await unsentForms(context)?.where("form", "like", `${begun}%`).execute();
  return (rows ?? []).map(({ form, typed_json, typed_at }) => ({
    form,
    values: JSON.parse(typed_json) as FormValues,
    at: typed_at,
  }));
}

function unsentForms({ actor, db }: Context) {
  if (actor.kind !== "person") return null;
  return db.read
    .selectFrom("typed_form")
    .select(["form", "typed_json", "typed_at"])
    .where("person_id", "=", actor.id)
    .where((e) =>
      e.not(
        e.exists(
          e.selectFrom("form_key").select("form_key.key").whereRef("form_key.shown", "=", "typed_form.shown"),
        ),
      ),
    )
    .orderBy("typed_at", "desc")
    .orderBy("form");
}

/** What belongs to the showing of a form and its buttons, not to what was typed. */
const NOT_TYPED = ["intent", "form-key", "shown-form", "kept", "slot", "sameBid"];

function typedJson(values: FormValues): string {
  const typed = Object.entries(values).filter(([name]) => !NOT_TYPED.includes(name));
  return JSON.stringify(Object.fromEntries(typed));
}

/** So many forms are kept of a person; of more, those that were typed into last. */
const MOST_KEPT = 100;

async function write(
  { db, actor, now }: Context,
  form: string,
  { values, shown }: { values: FormValues; shown: string | null },
): Promise<void> {
  if (actor.kind !== "person") return;
  const kept = { shown, typed_json: typedJson(values), typed_at: now() };
  await db.write(async (trx) => {
    await trx
      .insertInto("typed_form")
      .values({ person_id: actor.id, form, ...kept })
      .onConflict((conflict) => conflict.columns(["person_id", "form"]).doUpdateSet(kept))
      .execute();
    const [oldestKept] = await trx
      .selectFrom("typed_form")
      .select("typed_at")
      .where("person_id", "=", actor.id)
      .orderBy("typed_at", "desc")
      .offset(MOST_KEPT)
      .limit(1)
      .execute();
    if (oldestKept) {
      await trx
        .deleteFrom("typed_form")
        .where("person_id", "=", actor.id)
        .where("typed_at", "<=", oldestKept.typed_at)
        .execute();
    }
  });
}
