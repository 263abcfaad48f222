import { sql } from "kysely";
import type { Moment } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { addUp, figuresOf, isNothing } from "./funding-secured.rules.ts";
import type { Figures, JointAward } from "./funding-secured.ts";
import { isJoint, placeIn, type Reach } from "./reach.server.ts";
import { heldAt, SUMS, type SumsRow, sumsOf } from "./row-sums.queries.server.ts";

type Row = SumsRow & { award_id: number; lines: number; reference: string; title: string };

/** Awards shared with partnerships outside the report, with their money that is not yet split; by reference. */
export async function listJointAwards(context: Context, moment: Moment, reach: Reach): Promise<JointAward[]> {
  if (reach.all) return [];
  const { rows } = await sql<Row>`
    select award.reference, award.title, moved.* from (
      select posting.award_id, cast(sum(posting.line_count) as bigint) as lines, ${SUMS} from posting
      where ${heldAt(moment)} and ${isJoint(reach, placeIn("posting"))}
      group by posting.award_id) as moved
    join award on award.id = moved.award_id
    order by award.reference`.execute(context.db.aside);
  return rows
    .map((row) => ({
      id: row.award_id,
      reference: row.reference,
      title: row.title,
      ...figuresOf(sumsOf(row), row.lines > 0 ? 1 : 0),
    }))
    .filter(({ id: _id, reference: _reference, title: _title, ...figures }) => !isNothing(figures));
}

/** What joint awards come to together. */
export function jointTotal(awards: readonly JointAward[]): Figures {
  return figuresOf(addUp(awards), awards.filter((award) => award.awards > 0).length);
}
