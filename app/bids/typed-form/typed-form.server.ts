import type { Context } from "#app/platform/context.server.ts";
import { isAccepted, shownForm } from "#app/platform/once-for-each-form.server.ts";
import { type FormValues, formValues, textAt } from "#app/ui/forms/form-values.ts";
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
  if (!(answer instanceof Response && answer.status === 303)) {
    return write(context, form, { values, shown: null });
  }
  const typed_at = textAt(values, "typed-at");
  if (typed_at !== "") await forget(context, form, { typed_at });
}

/**
 * Keeps what a page sends of itself while somebody types; where it says again what it said when it was opened, what was
 * kept of this showing of it is thrown away. Not what is kept already, and not what comes in after it was accepted.
 */
export async function keepSentOfItself(context: Context, form: string, sent: FormData): Promise<void> {
  const values = formValues(sent);
  const shown = shownForm(textAt(values, "shown-form"));
  if (shown === null || (await isAccepted(context, shown))) return;
  if (textAt(values, "intent") === "unchanged") return forget(context, form, { shown });
  const kept = await findTypedForm(context, form);
  if (kept !== null && JSON.stringify(kept.values) === typedJson(values)) return;
  await write(context, form, { values, shown });
}

/** Throws away what the actor typed into a form. */
export async function throwAwayTypedForm(context: Context, form: string): Promise<void> {
  await forget(context, form, {});
}

/** What the actor typed into a form and has not sent; null where there is nothing, or that form was accepted since. */
export async function findTypedForm({ actor, db }: Context, form: string): Promise<TypedForm | null> {
  if (actor.kind !== "person") return null;
  const row = await db.read
    .selectFrom("typed_form")
    .select(["typed_json", "typed_at"])
    .where("person_id", "=", actor.id)
    .where("form", "=", form)
    .where((e) =>
      e.not(
        e.exists(
          e.selectFrom("form_key").select("form_key.key").whereRef("form_key.shown", "=", "typed_form.shown"),
        ),
      ),
    )
    .executeTakeFirst();
  return row ? { values: JSON.parse(row.typed_json) as FormValues, at: row.typed_at } : null;
}

/** What belongs to the showing of a form and its buttons, not to what was typed. */
const NOT_TYPED = ["intent", "form-key", "shown-form", "typed-at", "sameBid"];

function typedJson(values: FormValues): string {
  const typed = Object.entries(values).filter(([name]) => !NOT_TYPED.includes(name));
  return JSON.stringify(Object.fromEntries(typed));
}

async function write(
  { db, actor, now }: Context,
  form: string,
  { values, shown }: { values: FormValues; shown: string | null },
): Promise<void> {
  if (actor.kind !== "person") return;
  const kept = { shown, typed_json: typedJson(values), typed_at: now() };
  await db.write((trx) =>
    trx
      .insertInto("typed_form")
      .values({ person_id: actor.id, form, ...kept })
      .onConflict((conflict) => conflict.columns(["person_id", "form"]).doUpdateSet(kept))
      .execute(),
  );
}

/** Nobody else’s is touched, and only what is as it is said here. */
async function forget(
  { db, actor }: Context,
  form: string,
  which: { shown?: string; typed_at?: string },
): Promise<void> {
  if (actor.kind !== "person") return;
  await db.write((trx) => {
    let gone = trx.deleteFrom("typed_form").where("person_id", "=", actor.id).where("form", "=", form);
    if (which.shown !== undefined) gone = gone.where("shown", "=", which.shown);
    if (which.typed_at !== undefined) gone = gone.where("typed_at", "=", which.typed_at);
    return gone.execute();
  });
}
