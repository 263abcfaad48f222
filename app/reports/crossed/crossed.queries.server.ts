import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { fundingSecuredAt } from "../funding-secured.queries.server.ts";
import { gatherCells } from "../gathered-sums.server.ts";
import { momentOf } from "../moment.server.ts";
import { reachOf } from "../reach.server.ts";
import { arrangeCells, tooLargeWords } from "./crossed.rules.ts";
import type { CrossedQuery, CrossedReport, MostCells } from "./crossed.ts";

/**
 * Funding secured with two groupings at once, at a moment. Cells, rows and columns are three sums of the same postings.
 * @throws NotFoundError for a partnership outside the scope, as for one that does not exist.
 */
export async function getCrossed(context: Context, query: CrossedQuery): Promise<CrossedReport> {
  const sides = await sidesOf(context, query);
  return cross(context, query, sides);
}

/**
 * The same where it is shown to people, on a page or a terminal. @param most how large the table may be.
 * @returns the report, or a message at `and` where the table would be larger.
 */
export async function getCrossedToShow(
  context: Context,
  query: CrossedQuery,
  most: MostCells,
): Promise<Result<CrossedReport>> {
  const sides = await sidesOf(context, query);
  const [rows, columns] = [sides.down.figures.rows.length + 1, sides.across.figures.rows.length + 1];
  const words = tooLargeWords(rows, columns, query.and, most);
  return words === null ? succeed(await cross(context, query, sides)) : fail({ and: words });
}

/** The report by its rows and by its columns, of one moment. */
async function sidesOf(context: Context, query: CrossedQuery) {
  requirePermission(context, "register.read");
  const reach = await reachOf(context, query.partnershipIds);
  const moment = await momentOf(context, query);
  const down = await fundingSecuredAt(context, query.by, moment, reach);
  return { reach, moment, down, across: await fundingSecuredAt(context, query.and, moment, reach) };
}

async function cross(
  context: Context,
  { by, and }: CrossedQuery,
  { reach, moment, down, across }: Awaited<ReturnType<typeof sidesOf>>,
): Promise<CrossedReport> {
  return arrangeCells(down, across, await gatherCells(context, [by, and], moment, reach));
}
