import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { AttachedTo } from "../attachment.ts";
import { listAttachmentChoices } from "../attachments.queries.server.ts";
import { auditedRecord } from "../audited-record.ts";
import type { FigureSourceInput } from "./figure-source.schema.ts";
import { type Figure, nameOfFigure, sourcesOf, wordsOfFigure } from "./figure-source.ts";
import { listFigureSources } from "./figure-sources.queries.server.ts";

/** A record with figures, as its own domain tells of it. */
export type FiguresOfRecord = {
  attachedTo: AttachedTo;
  /** The record's own page; its attachments are below it. */
  href: string;
  /** Where its figures are shown. */
  back: string;
  /** The record in words, above the heading. */
  caption: string;
  /** Those of which a source can be stated. */
  figures: readonly Figure[];
  mayState: boolean;
};

/**
 * States that a figure was taken from an attachment of its record, with what it reads now.
 * @throws ForbiddenError where the record is not the actor's to write.
 */
export async function stateFigureSource(
  context: Context,
  record: FiguresOfRecord,
  input: FigureSourceInput,
): Promise<Result<{ id: number }>> {
  if (!record.mayState) throw new ForbiddenError("source of a figure");
  const figure = record.figures.find((one) => nameOfFigure(one) === input.figure);
  if (!figure) return fail({ figure: "Choose a figure from the list" });
  const choices = await listAttachmentChoices(context, record.attachedTo);
  const isThere = choices.some(({ value }) => value === input.attachmentId);
  if (!isThere) return fail({ attachmentId: "Choose an attachment from the list" });
  const stated = sourcesOf(await listFigureSources(context, record.attachedTo), figure);
  const isSame = stated.some(
    (one) =>
      one.attachmentId === input.attachmentId &&
      one.place === input.place &&
      one.statedValue === figure.value,
  );
  if (isSame) return fail({ attachmentId: "This is stated already" });
  const row = {
    attachment_id: input.attachmentId,
    figure: figure.figure,
    version_id: figure.versionId ?? null,
    item: figure.item ?? null,
    stated_value: figure.value,
    place: input.place,
    stated_at: context.now(),
    stated_by: personId(context),
  };
  return context.db.write(async (trx) => {
    const { id } = await trx
      .insertInto("figure_source")
      .values(row)
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, context, {
      action: "state source of figure",
      ...auditedRecord(record.attachedTo),
      after: { source: id, ...row },
    });
    return succeed({ id });
  });
}

/** Takes back what was stated; that it was, stays in the audit. @throws as `stateFigureSource`. */
export async function takeBackFigureSource(
  context: Context,
  record: FiguresOfRecord,
  { sourceId }: { sourceId: number },
): Promise<Result<{ id: number }>> {
  if (!record.mayState) throw new ForbiddenError("source of a figure");
  const taken = { taken_back_at: context.now(), taken_back_by: personId(context) };
  const source = (await listFigureSources(context, record.attachedTo)).find(({ id }) => id === sourceId);
  if (!source) return fail({ form: "This source has been taken back already" });
  return writeOrUndo(context, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("figure_source")
      .set(taken)
      .where("id", "=", sourceId)
      .where("taken_back_at", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return fail({ form: "This source has been taken back already" });
    await recordAudit(trx, context, {
      action: "take back source of figure",
      ...auditedRecord(record.attachedTo),
      before: { source: sourceId, figure: wordsOfFigure(source), attachment: source.attachmentId },
    });
    return succeed({ id: sourceId });
  });
}
