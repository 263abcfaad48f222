import { listAttachments } from "#app/attachments/index.server.ts";
import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, may, personId, requirePermission } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { listVersions } from "../versions.queries.server.ts";
import type { FigureSourceInput } from "./figure-source.schema.ts";
import { listFigureSources } from "./figure-sources.queries.server.ts";

/**
 * States that the amount of a version was taken from an attachment of the award.
 * @throws NotFoundError where there is no such version in the actor's scope. @throws ForbiddenError where its lead's people write it.
 */
export async function stateFigureSource(
  context: Context,
  awardId: number,
  number: number,
  input: FigureSourceInput,
): Promise<Result<{ id: number }>> {
  const versionId = await requireVersion(context, awardId, number);
  const attachments = await listAttachments(context, { awardId });
  const isThere = attachments.some(({ id, deleted }) => id === input.attachmentId && deleted === null);
  if (!isThere) return fail({ attachmentId: "Choose an attachment of this award" });
  const stated = await listFigureSources(context, awardId);
  const isSame = stated.some(
    (one) =>
      one.versionNumber === number && one.attachmentId === input.attachmentId && one.place === input.place,
  );
  if (isSame) return fail({ attachmentId: "This is stated already" });
  const row = {
    version_id: versionId,
    attachment_id: input.attachmentId,
    place: input.place,
    stated_at: context.now(),
    stated_by: personId(context),
  };
  return context.db.write(async (trx) => {
    const { id } = await trx
      .insertInto("award_figure_source")
      .values(row)
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, context, {
      action: "state source of amount",
      recordType: "award",
      recordId: awardId,
      after: { source: id, ...row },
    });
    return succeed({ id });
  });
}

/** Takes back what was stated; that it was, stays in the audit. @throws as `stateFigureSource`. */
export async function takeBackFigureSource(
  context: Context,
  awardId: number,
  number: number,
  { sourceId }: { sourceId: number },
): Promise<Result<{ id: number }>> {
  const versionId = await requireVersion(context, awardId, number);
  return writeOrUndo(context, async (trx) => {
    const taken = await trx
      .updateTable("award_figure_source")
      .set({
        taken_back_at: context.now(),
        taken_back_by: personId(context),
      })
      .where("id", "=", sourceId)
      .where("version_id", "=", versionId)
      .where("taken_back_at", "is", null)
      .executeTakeFirst();
    if (taken.numUpdatedRows === 0n) return fail({ form: "This source has been taken back already" });
    await recordAudit(trx, context, {
      action: "take back source of amount",
      recordType: "award",
      recordId: awardId,
      before: { source: sourceId },
    });
    return succeed({ id: sourceId });
  });
}

async function requireVersion(context: Context, awardId: number, number: number): Promise<number> {
  requirePermission(context, "award.draft");
  const award = await getAward(context, awardId);
  const version = (await listVersions(context, awardId)).find((each) => each.number === number);
  if (!version) throw new NotFoundError(`No version ${number} of this award`);
  if (!may(context.actor, "award.draft", writingPartnerships(award.partnerships)))
    throw new ForbiddenError("award.draft");
  return version.id;
}
