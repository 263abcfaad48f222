import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { getProject } from "#app/projects/index.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { NewMeasure, Subject } from "./measure.schema.ts";
import { measureRow } from "./measure-rows.ts";
import { mayBePartOf, NO_SUCH_WHOLE } from "./part-of.server.ts";
import { sameUnit } from "./unit.rules.ts";

const RECORDED_ALREADY =
  "This is measured here already: record its readings there, or enter what tells the two apart, such as the area";

/**
 * Adds a measure to a project, or to a partnership as a whole. Refused where another one of it says the same: somebody
 * else may have been quicker.
 * @param published where it was published, for a fact that comes from a document.
 * @throws NotFoundError where the project or partnership is not one that the person reads.
 */
export async function addMeasure(
  context: Context,
  input: NewMeasure,
  published: { documentId: number | null; paragraph: string | null } = { documentId: null, paragraph: null },
): Promise<Result<{ measureId: number }>> {
  requirePermission(context, "outcome.write");
  const subject = await placeOf(context, input.subject);
  requirePermission(context, "outcome.write", [subject.partnership_id]);
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const part = { id: null, partnershipId: subject.partnership_id, unit: input.unit };
    if (input.partOfId !== null && !(await mayBePartOf(trx, input.partOfId, part))) {
      return fail({ partOfId: NO_SUCH_WHOLE });
    }
    if (await isRecorded(trx, subject, input)) return fail({ name: RECORDED_ALREADY });
    const row = {
      ...subject,
      ...measureRow(input),
      target_by: input.targetBy,
      source_document_id: published.documentId,
      source_paragraph: published.paragraph,
    };
    const { id } = await trx.insertInto("measure").values(row).returning("id").executeTakeFirstOrThrow();
    await recordAudit(trx, context, {
      action: "add measure",
      recordType: "measure",
      recordId: id,
      after: row,
    });
    return succeed({ measureId: id });
  });
}

/** A project's measure is of the project's partnership. */
async function placeOf(context: Context, subject: Subject) {
  if (subject.kind === "project") {
    const project = await getProject(context, subject.id);
    return { partnership_id: project.partnershipId, project_id: project.id };
  }
  const { scope } = context;
  const row = await context.db.read
    .selectFrom("partnership")
    .select("id")
    .where("id", "=", subject.id)
    .executeTakeFirst();
  if (!row || !(scope.all || scope.partnershipIds.includes(row.id))) {
    throw new NotFoundError(`No partnership ${subject.id}`);
  }
  return { partnership_id: row.id, project_id: null };
}

type Place = { partnership_id: number; project_id: number | null };

/** True where the project, or the partnership as a whole, has such a measure, whatever its capitals. */
async function isRecorded(trx: Writer, place: Place, input: NewMeasure): Promise<boolean> {
  const plain = (text: string | null) => text?.toLowerCase() ?? null;
  const all = await trx
    .selectFrom("measure")
    .select(["name", "unit", "area", "measure_source"])
    .where("partnership_id", "=", place.partnership_id)
    .where("project_id", place.project_id === null ? "is" : "=", place.project_id)
    .execute();
  return all.some(
    (one) =>
      plain(one.name) === plain(input.name) &&
      sameUnit(one.unit, input.unit) &&
      plain(one.area) === plain(input.area) &&
      plain(one.measure_source) === plain(input.measureSource),
  );
}
