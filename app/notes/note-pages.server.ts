import { answerForm } from "#app/platform/answer-form.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import {
  actionFor,
  invalid,
  loaderFor,
  numericId,
  type PageArgs,
  redirectTo,
} from "#app/platform/page.server.ts";
import type { Permission } from "#app/platform/permissions.ts";
import { keepsTyped, showsTyped } from "#app/typed-forms/index.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { noteSchema, withdrawNoteSchema } from "./note.schema.ts";
import type { NoteHolder } from "./note.ts";
import { getNote, listNotes } from "./notes.queries.server.ts";
import { withdrawNote } from "./withdraw-note.server.ts";
import { writeNote } from "./write-note.server.ts";

/** How a domain finds the record of an address, in the actor's scope. It throws NotFoundError where there is none. */
type FindHolder = (
  context: Context,
  params: Readonly<Record<string, string | undefined>>,
) => Promise<NoteHolder>;

/**
 * The loaders and actions of the two pages of notes that a record has below its own address: `notes` and
 * `notes/:noteId/withdraw`.
 * @param access who may read such records at all.
 */
export function notePages(access: Permission, findHolder: FindHolder) {
  async function show({ context, params, url }: PageArgs) {
    const holder = await findHolder(context, params);
    const before = url.searchParams.get("before");
    const isNumber = before !== null && /^[1-9]\d{0,14}$/.test(before);
    return {
      holder,
      page: await listNotes(context, holder.record, { before: isNumber ? Number(before) : null }),
    };
  }

  async function write({ context, params, formData }: PageArgs) {
    const holder = await findHolder(context, params);
    if (!holder.mayNote) throw new ForbiddenError("note");
    const form = parseForm(noteSchema, await formData());
    if (!form.ok) return invalid(form);
    return answerForm(form, writeNote(context, holder, form.data), () =>
      redirectTo(`${holder.href}/notes`, { message: "Note saved" }),
    );
  }

  async function showOne({ context, params }: PageArgs) {
    const holder = await findHolder(context, params);
    const note = await getNote(context, holder.record, numericId(params.noteId));
    if (!holder.mayNote) throw new ForbiddenError("note");
    if (note.withdrawn) throw redirectTo(`${holder.href}/notes`);
    return { holder, note };
  }

  async function withdraw({ context, params, formData }: PageArgs) {
    const holder = await findHolder(context, params);
    const id = numericId(params.noteId);
    const form = parseForm(withdrawNoteSchema, await formData());
    if (!form.ok) return invalid(form);
    return answerForm(form, withdrawNote(context, holder, id, form.data), () =>
      redirectTo(`${holder.href}/notes`, { message: "Note withdrawn" }),
    );
  }

  return {
    loader: loaderFor(access, showsTyped(show)),
    writeAction: actionFor(
      access,
      keepsTyped(show, write, ({ holder }) => holder.mayNote),
    ),

    withdrawLoader: loaderFor(access, showsTyped(showOne)),
    withdrawAction: actionFor(access, keepsTyped(showOne, withdraw)),
  };
}
