import { type RawBuilder, sql } from "kysely";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { figureLineRows, type LineSource, listFigureLines } from "./figure-line-rows.queries.server.ts";
import type { FigureColumn, FigureLines, FigureRow } from "./figure-lines.ts";
import type { FundingSecuredQuery, Grouping } from "./funding-secured.ts";
import { momentOf } from "./moment.server.ts";
import { movedLines } from "./moved-lines.server.ts";
import { isCounted, isJoint, placeIn, type Reach, reachNames, reachOf } from "./reach.server.ts";
import { rowKeyIn } from "./row-key.server.ts";
import { rowNames } from "./row-names.queries.server.ts";

const LINES_PER_PAGE = 200;

/**
 * The lines in force behind a figure of the report, in the order of the awards; their sum is the figure.
 * @param after the place after which the page starts. @param across the column, where the report has two groupings.
 * @throws NotFoundError for a row that may not be read.
 */
export async function getFigureLines(
  context: Context,
  query: FundingSecuredQuery,
  row: FigureRow,
  after: string | null,
  across: FigureColumn | null = null,
): Promise<FigureLines> {
  requirePermission(context, "register.read");
  const { by } = query;
  const { moment, names, source, ...figure } = await figureOf(context, query, row, across);
  const found = await listFigureLines(context, source, { after, limit: LINES_PER_PAGE + 1 });
  const lines = found.slice(0, LINES_PER_PAGE);
  return {
    by,
    ...{ asAt: moment.asAt, knownAt: moment.knownAt },
    ...names,
    ...figure,
    lines,
    next: found.length > LINES_PER_PAGE ? (lines.at(-1)?.cursor ?? null) : null,
  };
}

/** The figure whose lines a file holds, all of them. @throws NotFoundError for a row that may not be read. */
export async function getFigureFile(
  context: Context,
  query: FundingSecuredQuery,
  row: FigureRow,
  across: FigureColumn | null,
) {
  const { source, ...figure } = await figureOf(context, query, row, across);
  return { ...figure, rows: figureLineRows(context, source) };
}

/** Of whom and when a figure is, what it comes to, and where its lines are read from. */
async function figureOf(
  context: Context,
  query: FundingSecuredQuery,
  row: FigureRow,
  across: FigureColumn | null,
) {
  const { by } = query;
  const reach = await reachOf(context, query.partnershipIds);
  const moment = await momentOf(context, query);
  const down = await sideOf(context, by, row, reach);
  const side = across && (await sideOf(context, across.by, across.column, reach));
  const source = {
    moved: movedLines(context, moment),
    join: sql`${down.join} ${side?.join ?? sql``}`,
    where: sql`${down.where} and ${side?.where ?? sql`1 = 1`}`,
  };
  const partnerships = await reachNames(context, reach);
  return {
    moment,
    names: { partnerships, rowName: down.name, columnName: side?.name ?? null },
    ...(await addUpLines(context, source)),
    source,
  };
}

/** One side of a figure: its row or its column, by name and as what a line has to be like. */
async function sideOf(context: Context, by: Grouping, row: FigureRow, reach: Reach) {
  const kept = row.kind === "row" ? { ...row, key: await keptKey(context, by, row.key) } : row;
  const name = kept.kind === "row" ? await nameOfRow(context, by, kept.key, reach) : null;
  const { key, join } = rowKeyIn("moved", by);
  return { name, join, where: inFigure(kept, key, reach) };
}

async function addUpLines(context: Context, { moved, join, where }: LineSource) {
  const { rows } = await sql<{ pence: number; lines: number; recorded: number }>`
    ${moved}
    select cast(coalesce(sum(moved.secured_pence), 0) as bigint) as pence, cast(count(*) as bigint) as lines,
      cast(count(moved.amount_pence) as bigint) as recorded
    from moved ${join} where ${where}`.execute(context.db.aside);
  const { pence, lines, recorded } = rows[0] ?? { pence: 0, lines: 0, recorded: 0 };
  return { figurePence: lines > 0 && recorded === 0 ? null : pence, count: lines };
}

function inFigure(row: FigureRow, key: RawBuilder<unknown>, reach: Reach): RawBuilder<unknown> {
  const place = placeIn("moved");
  if (row.kind === "joint") return isJoint(reach, place);
  if (row.kind === "total") return isCounted(reach, place);
  if (row.kind === "not-apportioned") return sql`${isCounted(reach, place)} and ${key} is null`;
  return sql`${isCounted(reach, place)} and ${key} = ${row.key}`;
}

/** An address made before a fund or funder was merged into another leads to the one that stayed. */
async function keptKey(context: Context, by: Grouping, key: number | string): Promise<number | string> {
  if (by !== "fund" && by !== "funder") return key;
  const row = await context.db.read
    .selectFrom(by)
    .select("merged_into_id")
    .where("id", "=", Number(key))
    .executeTakeFirst();
  return row?.merged_into_id ?? key;
}

async function nameOfRow(
  context: Context,
  by: Grouping,
  key: number | string,
  reach: Reach,
): Promise<string> {
  const isOutside = by === "partnership" && !reach.all && !reach.partnershipIds.includes(Number(key));
  const name = isOutside ? undefined : (await rowNames(context, by, [key], reach)).get(key);
  if (name === undefined) throw new NotFoundError(`No row ${key}`);
  return name;
}
