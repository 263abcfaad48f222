import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { gatherBeside } from "../beside/beside.queries.server.ts";
import { withBeside } from "../beside/beside.rules.ts";
import { fundingSecuredAt } from "../funding-secured.queries.server.ts";
import { gatherCells } from "../gathered-sums.server.ts";
import { momentOf } from "../moment.server.ts";
import { reachOf } from "../reach.server.ts";
import { arrangeCells, tooLargeWords } from "./crossed.rules.ts";
import type { CrossedQuery, CrossedReport, MostCells } from "./crossed.ts";
import { arrangePairs, tooManyPairsWords } from "./pairs.rules.ts";

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
  const isList = (query.columns ?? []).length > 0;
  const shape = isList ? { columns: Number.POSITIVE_INFINITY, cells: MOST_TO_LAY_OUT } : most;
  const tooLarge = tooLargeWords(rows, columns, query.and, shape);
  if (tooLarge !== null) return fail({ and: tooLarge });
  const crossed = await cross(context, query, sides);
  if (crossed.pairs === null) return succeed(crossed);
  const { columns: shown, groups } = crossed.pairs;
  const tooLong = tooManyPairsWords(groups.flatMap(({ pairs }) => pairs).length, shown.length, most);
  return tooLong === null ? succeed(crossed) : fail({ and: tooLong });
}

/** Cells of a table of two groupings of which a list of those that hold something is made. */
const MOST_TO_LAY_OUT = 400_000;

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
  { by, and, columns = [] }: CrossedQuery,
  { reach, moment, down, across }: Awaited<ReturnType<typeof sidesOf>>,
): Promise<CrossedReport> {
  const cells = await gatherCells(context, [by, and], moment, reach);
  const crossed = arrangeCells(down, across, cells);
  if (columns.length === 0) return crossed;
  const beside = await gatherBeside(context, [by, and], moment, reach, columns);
  const report = withBeside(down, columns, beside);
  return { ...crossed, report, pairs: arrangePairs(report, crossed, cells, beside.sums) };
}
