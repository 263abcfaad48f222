import type { IsoDay } from "#app/core/calendar-date.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import type { Return } from "./return.rules.ts";
import type { ReturnFigures } from "./return-figures.ts";

const returnRows = keepQuery((reader, awardIds: readonly number[]) =>
  reader
    .selectFrom("award_return")
    .leftJoin("person", "person.id", "award_return.submitted_by")
    .select(["award_return.id", "award_id as awardId", "period_from as periodFrom", "period_to as periodTo"])
    .select(["due_on as dueOn", "submitted_on as submittedOn", "person.name as submittedBy"])
    .select(["funder_reference as funderReference", "note", "waived_because as waivedBecause"])
    .select(["award_return.version", "figures_json"])
    .where("award_id", "in", awardIds)
    .orderBy("due_on")
    .orderBy("award_return.id"),
);

/** The returns of awards in the order in which they are due. Call with awards in scope. */
export async function listReturns(reader: Reader | Writer, awardIds: readonly number[]): Promise<Return[]> {
  if (awardIds.length === 0) return [];
  const rows = await returnRows(reader, awardIds);
  return rows.map(({ figures_json, ...row }) => ({
    ...row,
    figures: figures_json === null ? null : (JSON.parse(figures_json) as ReturnFigures),
  }));
}

/** One return of an award. Call with an award in scope. @throws NotFoundError */
export async function getReturn(reader: Reader | Writer, awardId: number, id: number): Promise<Return> {
  const found = (await listReturns(reader, [awardId])).find((each) => each.id === id);
  if (!found) throw new NotFoundError("No such return");
  return found;
}

/**
 * The first return that was submitted, for an award or for one that pays a project (itself or by an award inside it), for a period with one of these days:
 * what is dated so was reported to the funder, and changes only by a later entry with a reason. Null where there is none.
 * @param days from the first to the last; null where they are not known: then any return that was submitted counts
 */
export async function findReported(
  reader: Reader | Writer,
  of: { awardId: number } | { projectId: number },
  days: { from: IsoDay; to: IsoDay } | null,
): Promise<{ periodFrom: IsoDay; periodTo: IsoDay } | null> {
  const submitted = reader
    .selectFrom("award_return")
    .select(["period_from as periodFrom", "period_to as periodTo"])
    .where("submitted_on", "is not", null)
    .$if(days !== null, (query) =>
      query.where("period_from", "<=", days?.to ?? "").where("period_to", ">=", days?.from ?? ""),
    )
    .orderBy("period_from")
    .limit(1);
  const asked =
    "awardId" in of
      ? submitted.where("award_id", "=", of.awardId)
      : submitted.where((e) => {
          const lines = e
            .selectFrom("allocation_line")
            .where("allocation_line.project_id", "=", of.projectId);
          const spent = e.selectFrom("spend").select("spend.award_id").where("project_id", "=", of.projectId);
          return e.or([
            e("award_id", "in", lines.select("allocation_line.award_id")),
            e("award_id", "in", lines.where("inside_award_id", "is not", null).select("inside_award_id")),
            e("award_id", "in", spent),
          ]);
        });
  return (await asked.executeTakeFirst()) ?? null;
}
