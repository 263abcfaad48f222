import { sql } from "kysely";
import type { Moment } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { movedLines } from "./moved-lines.server.ts";
import { isCounted, placeIn, type Reach } from "./reach.server.ts";

/**
 * What the awards of a report come to by their versions in force: their lines, less the lines inside awards of the
 * report. The other side of the proof comes from the ledger. @returns pence.
 */
export async function awardsFromVersions(context: Context, moment: Moment, reach: Reach): Promise<number> {
  const { rows } = await sql<{ pence: number }>`
    ${movedLines(context, moment)}
    select cast(coalesce(sum(moved.secured_pence), 0) as bigint) as pence from moved
    where ${isCounted(reach, placeIn("moved"))}`.execute(context.db.aside);
  return rows[0]?.pence ?? 0;
}
