import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { Condition } from "./condition.rules.ts";

const conditionRows = keepQuery((reader, awardIds: readonly number[]) =>
  reader
    .selectFrom("award_condition")
    .leftJoin("person", "person.id", "award_condition.settled_by")
    .select(["award_condition.id", "award_id as awardId", "text", "due_on as dueOn", "met_on as metOn"])
    .select(["evidence", "waived_because as waivedBecause", "person.name as settledBy"])
    .select("award_condition.version")
    .where("award_id", "in", awardIds),
);

/** The conditions of awards in the order in which they are due, those without a date last. Call with awards in scope. */
export async function listConditions({ db }: Context, awardIds: readonly number[]): Promise<Condition[]> {
  if (awardIds.length === 0) return [];
  const rows = await conditionRows(db.read, awardIds);
  return rows.sort((a, b) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999") || a.id - b.id);
}

/** One condition of an award. Call with an award in scope. @throws NotFoundError */
export async function getCondition(context: Context, awardId: number, id: number): Promise<Condition> {
  const condition = (await listConditions(context, [awardId])).find((each) => each.id === id);
  if (!condition) throw new NotFoundError("No such condition");
  return condition;
}
