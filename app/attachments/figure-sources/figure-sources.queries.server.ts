import type { Context } from "#app/platform/context.server.ts";
import type { AttachedTo } from "../attachment.ts";
import { attachmentsOf } from "../attachments.queries.server.ts";
import type { FigureSource } from "./figure-source.ts";

/** So many are shown of a record; more than a few nobody states. */
const MOST = 100;

/** The sources of the figures of a record, as they were stated. Call with a record that the actor has read. */
export async function listFigureSources({ db }: Context, to: AttachedTo): Promise<FigureSource[]> {
  const rows = await attachmentsOf(db.read, to)
    .innerJoin("figure_source as stated", "stated.attachment_id", "attachment.id")
    .select([
      "stated.id",
      "stated.figure",
      "stated.version_id as versionId",
      "stated.item",
      "stated.stated_value as statedValue",
      "attachment.id as attachmentId",
      "attachment.title",
      "stated.place",
      "deleted_at",
    ])
    .where("stated.taken_back_at", "is", null)
    .orderBy("stated.id")
    .limit(MOST)
    .execute();
  return rows.map(({ deleted_at, ...source }) => ({ ...source, isDeleted: deleted_at !== null }));
}
