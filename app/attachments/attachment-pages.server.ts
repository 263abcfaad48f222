import { answerForm } from "#app/platform/answer-form.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import type { Permission } from "#app/platform/permissions.ts";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { addAttachment } from "./add-attachment.server.ts";
import { attachSchema, deleteAttachmentSchema } from "./attachment.schema.ts";
import type { Holder } from "./attachment.ts";
import { attachmentResponse } from "./attachment-response.server.ts";
import { getAttachment } from "./attachments.queries.server.ts";
import { deleteAttachment } from "./delete-attachment.server.ts";
import { listFigureSources } from "./figure-sources/figure-sources.queries.server.ts";
import { readSentFile } from "./sent-file.server.ts";

type Params = Readonly<Record<string, string | undefined>>;

/** How a domain finds the record of an address, in the actor's scope. It throws NotFoundError where there is none. */
export type FindHolder = (context: Context, params: Params) => Promise<Holder>;

/**
 * The loaders and actions of the three pages that every kind of record with attachments has, below its own address:
 * `attachments/new`, `attachments/:attachmentId` and `attachments/:attachmentId/file`.
 * @param access who may read such records at all.
 */
export function attachmentPages(access: Permission, findHolder: FindHolder) {
  return {
    addLoader: loaderFor(access, async ({ context, params }) => {
      const holder = await findHolder(context, params);
      if (!holder.mayAttach) throw new ForbiddenError("attachment");
      return { holder };
    }),

    addAction: actionFor(access, async ({ context, params, formData }) => {
      const holder = await findHolder(context, params);
      if (!holder.mayAttach) throw new ForbiddenError("attachment");
      const sent = await formData();
      const form = parseForm(attachSchema, sent);
      const file = await readSentFile(sent);
      if (!form.ok || !file.ok) {
        return invalid(refuse(form, { ...(form.ok ? {} : form.errors), ...(file.ok ? {} : file.errors) }));
      }
      return answerForm(form, addAttachment(context, holder, form.data, file.value), () =>
        redirectTo(holder.href, { message: `Added: ${form.data.title}` }),
      );
    }),

    loader: loaderFor(access, async ({ context, params }) => {
      const holder = await findHolder(context, params);
      const attachment = await getAttachment(context, holder.attachedTo, numericId(params.attachmentId));
      const sources = await listFigureSources(context, holder.attachedTo);
      return {
        holder,
        attachment,
        states: sources.filter((source) => source.attachmentId === attachment.id),
      };
    }),

    deleteAction: actionFor(access, async ({ context, params, formData }) => {
      const holder = await findHolder(context, params);
      const id = numericId(params.attachmentId);
      const form = parseForm(deleteAttachmentSchema, await formData());
      if (!form.ok) return invalid(form);
      return answerForm(form, deleteAttachment(context, holder, id, form.data), ({ title }) =>
        redirectTo(holder.href, { message: `Deleted: ${title}` }),
      );
    }),

    fileLoader: loaderFor(access, async ({ context, params }) => {
      const holder = await findHolder(context, params);
      const attachment = await getAttachment(context, holder.attachedTo, numericId(params.attachmentId));
      return attachmentResponse(context, attachment);
    }),
  };
}
