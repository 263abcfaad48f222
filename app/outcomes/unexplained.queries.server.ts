import { sql } from "kysely";
import type { Context } from "#app/platform/context.server.ts";
import { differenceOf, isUnexplained } from "./measure-words.rules.ts";
import { listMeasures } from "./outcomes.queries.server.ts";

const LOOKED_AT = 200;

/** A measure whose stated change is not the computed one, in words, of which nobody said why. */
export type Unexplained = { id: number; text: string; difference: string };

/**
 * The measures in scope whose author states something else than the counts, or the parts, give, without a reason: of as many
 * as one page looks at, the newest record first. @returns the id that the next page starts below; null where there is none.
 */
export async function listUnexplained(context: Context, below: number | null) {
  const { db, scope } = context;
  let query = db.read
    .selectFrom("measure")
    .select("measure.id")
    .where("measure.difference_note", "is", null)
    .where((e) =>
      e.or([
        e("measure.stated_change", "is not", null),
        e("measure.stated_percent", "is not", null),
        sql<boolean>`exists (select 1 from measure as part where part.part_of_id = measure.id)`,
      ]),
    );
  if (!scope.all) query = query.where("measure.partnership_id", "in", [...scope.partnershipIds, 0]);
  if (below !== null) query = query.where("measure.id", "<", below);
  const rows = await query
    .orderBy("measure.id", "desc")
    .limit(LOOKED_AT + 1)
    .execute();
  const ids = rows.slice(0, LOOKED_AT).map(({ id }) => id);
  const measures = await listMeasures(context, { ids });
  const unexplained: Unexplained[] = measures
    .filter(isUnexplained)
    .map((measure) => ({ id: measure.id, text: measure.name, difference: differenceOf(measure) ?? "" }))
    .sort((a, b) => b.id - a.id);
  return { unexplained, older: rows.length > LOOKED_AT ? (ids.at(-1) ?? null) : null };
}
