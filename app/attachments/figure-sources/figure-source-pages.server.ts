import { answerForm } from "#app/platform/answer-form.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import type { Permission } from "#app/platform/permissions.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { listAttachmentChoices } from "../attachments.queries.server.ts";
import { figureSourceSchema, takeBackSourceSchema } from "./figure-source.schema.ts";
import { listFigureSources } from "./figure-sources.queries.server.ts";
import {
  type FiguresOfRecord,
  stateFigureSource,
  takeBackFigureSource,
} from "./state-figure-source.server.ts";

type Params = Readonly<Record<string, string | undefined>>;

/** How a domain finds the record of an address and its figures. It throws NotFoundError where there is none. */
export type FindFigures = (context: Context, params: Params) => Promise<FiguresOfRecord>;

/**
 * The loader and the action of the page on which the sources of a record's figures are stated and taken back.
 * @param access who may read such records at all.
 */
export function figureSourcePages(access: Permission, findFigures: FindFigures) {
  return {
    loader: loaderFor(access, async ({ context, params }) => {
      const record = await findFigures(context, params);
      if (!record.mayState) throw new ForbiddenError("source of a figure");
      return {
        record,
        choices: await listAttachmentChoices(context, record.attachedTo),
        sources: await listFigureSources(context, record.attachedTo),
      };
    }),

    action: actionFor(access, async ({ context, params, formData }) => {
      const record = await findFigures(context, params);
      if (!record.mayState) throw new ForbiddenError("source of a figure");
      const sent = await formData();
      if (sent.get("intent") === "take-back") {
        const form = parseForm(takeBackSourceSchema, sent);
        if (!form.ok) return invalid(form);
        return answerForm(form, takeBackFigureSource(context, record, form.data), () =>
          redirectTo(record.back, { message: "Source taken back" }),
        );
      }
      const form = parseForm(figureSourceSchema, sent);
      if (!form.ok) return invalid(form);
      return answerForm(form, stateFigureSource(context, record, form.data), () =>
        redirectTo(record.back, { message: "Source of the figure saved" }),
      );
    }),
  };
}
