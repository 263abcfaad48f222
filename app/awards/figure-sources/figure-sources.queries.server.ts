import type { Context } from "#app/platform/context.server.ts";
import type { FigureSource } from "./figure-source.ts";

/** So many are shown of an award; more than a few nobody states. */
const MOST = 100;

/** The sources of the amounts of an award's versions, as they were stated. Call with an award in scope. */
export async function listFigureSources({ db }: Context, awardId: number): Promise<FigureSource[]> {
  const rows = await db.read
    .selectFrom("award_version")
    .innerJoin("award_figure_source as stated", "stated.version_id", "award_version.id")
    .innerJoin("attachment", "attachment.id", "stated.attachment_id")
    .leftJoin("attachment_deletion", "attachment_deletion.attachment_id", "attachment.id")
    .select([
      "stated.id",
      "award_version.number as versionNumber",
      "attachment.id as attachmentId",
      "attachment.title",
      "stated.place",
      "deleted_at",
    ])
    .where("award_version.award_id", "=", awardId)
    .where("stated.taken_back_at", "is", null)
    .orderBy("stated.id")
    .limit(MOST)
    .execute();
  return rows.map(({ deleted_at, ...source }) => ({ ...source, isDeleted: deleted_at !== null }));
}
