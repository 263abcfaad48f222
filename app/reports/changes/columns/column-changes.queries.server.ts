import { sql } from "kysely";
import { awardInScope } from "#app/awards/index.server.ts";
import { isBidInScope } from "#app/bids/index.server.ts";
import { someAtATime } from "#app/core/some-at-a-time.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { gatherBeside } from "../../beside/beside.queries.server.ts";
import { OF_BIDS } from "../../beside/beside.rules.ts";
import type { BesideColumn, KeyedPence } from "../../beside/beside.ts";
import { RECORD } from "../../beside/keys.server.ts";
import { type Reach, reachOf } from "../../reach.server.ts";
import type { ComparedMoments } from "../changes.queries.server.ts";
import { besideIn } from "../comparison.rules.ts";
import type { ComparedColumn, SideColumn } from "../comparison.ts";
import { factsBetween, lastEntries } from "../facts/award-facts.queries.server.ts";
import type { FactKind } from "../facts/award-facts.rules.ts";
import { bidFactsBetween } from "../facts/bid-facts.queries.server.ts";
import { type BothSides, explained, type MovedRecord, movedRecords } from "./column-changes.rules.ts";
import type { ColumnChange, ColumnChanges } from "./column-changes.ts";
import { ledgerFactsOf, ledgerSides } from "./ledger-sides.queries.server.ts";

/** So many records a page shows. */
const SHOWN = 200;

/** So many records are put into words in one go. */
const AT_ONCE = 500;

/**
 * What makes the difference of each column that stands side by side: the awards or bids that do not add the same to both
 * reports, with what happened between them and why. They come to the difference of the totals, which are worked out apart
 * from them.
 * @param compared the columns with their totals, of the same moments. @param most how many records of each are put into words
 * @throws NotFoundError for a partnership outside the scope, as for one that does not exist.
 */
export async function getColumnChanges(
  context: Context,
  query: { partnershipIds: readonly number[] | null },
  compared: readonly ComparedColumn[],
  moments: ComparedMoments,
  most = SHOWN,
): Promise<ColumnChanges[]> {
  requirePermission(context, "register.read");
  if (compared.length === 0) return [];
  const reach = await reachOf(context, query.partnershipIds);
  const sidesOf = await besideSides(
    context,
    compared.map(({ column }) => column),
    moments,
    reach,
  );
  const all: ColumnChanges[] = [];
  for (const { column, total } of compared) {
    const sides =
      column === "gross" || column === "passedOn"
        ? await ledgerSides(context, column, moments, reach)
        : sidesOf(column);
    const moved = movedRecords(sides);
    const totals = { firstPence: total.firstPence, secondPence: total.secondPence };
    const changes: ColumnChange[] = [];
    for (const some of someAtATime(moved.slice(0, most), AT_ONCE)) {
      changes.push(...(await inWords(context, column, some, moments)));
    }
    all.push({ column, ...totals, ...explained(totals, moved), count: moved.length, changes });
  }
  return all;
}

/** What each record adds to the columns beside what is secured, in both reports. */
async function besideSides(
  context: Context,
  columns: readonly SideColumn[],
  { from, to }: ComparedMoments,
  reach: Reach,
): Promise<(column: BesideColumn) => BothSides> {
  const beside = besideIn(columns);
  if (beside.length === 0) return () => ({ first: new Map(), second: new Map() });
  const first = await gatherBeside(context, [RECORD], from, reach, beside);
  const second = await gatherBeside(context, [RECORD], to, reach, beside);
  return (column) => ({ first: byRecord(first.sums[column]), second: byRecord(second.sums[column]) });
}

function byRecord(cells: readonly KeyedPence[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { row, pence } of cells) sums.set(Number(row), (sums.get(Number(row)) ?? 0) + pence);
  return sums;
}

/** What moves a column, of what happens to an award; what is left moves with what the award gives, too. */
const FACTS: Record<"claimed" | "received" | "spent" | "left", readonly FactKind[]> = {
  claimed: ["claim"],
  received: ["receipt"],
  spent: ["spend", "onward"],
  left: ["version", "claim", "closed", "reopened"],
};

async function inWords(
  context: Context,
  column: SideColumn,
  moved: readonly MovedRecord[],
  moments: ComparedMoments,
): Promise<ColumnChange[]> {
  const ids = moved.map(({ id }) => id);
  const isOfBids = OF_BIDS.some((each) => each === column);
  const names = isOfBids ? await bidsNamed(context, ids) : await awardsNamed(context, ids);
  const why = await reasonsOf(context, column, moved, moments);
  return moved.map(({ id, ...each }) => ({
    ...each,
    record: names.get(id) ?? null,
    why: why.get(id) ?? [],
  }));
}

async function reasonsOf(
  context: Context,
  column: SideColumn,
  moved: readonly MovedRecord[],
  moments: ComparedMoments,
): Promise<Map<number, string[]>> {
  const ids = moved.map(({ id }) => id);
  if (column === "gross" || column === "passedOn") return ledgerFactsOf(context, column, ids, moments);
  if (column === "requested" || column === "matchCash" || column === "matchInKind")
    return bidFactsBetween(context, column === "requested" ? "requested" : "match", moved, moments);
  const { from, to } = moments;
  const facts = await factsBetween(context, ids, from, to, FACTS[column]);
  const without = (known: ReadonlyMap<number, unknown>) => ids.filter((id) => !known.has(id));
  // With an award that came into the report or left it come and go its claims and its spend.
  const moves = await factsBetween(context, without(facts), from, to, ["version"]);
  const told = new Map([...moves, ...facts]);
  return new Map([...(await lastEntries(context, without(told), from, to)), ...told]);
}

type Names = Map<number, ColumnChange["record"]>;
type Named = { id: number; reference: string; title: string };

async function awardsNamed(context: Context, ids: readonly number[]): Promise<Names> {
  const { rows } = await sql<Named>`select award.id, award.reference, award.title from award
    where award.id in (${sql.join([0, ...ids])}) and ${awardInScope(context.scope)}`.execute(context.db.read);
  return new Map(rows.map((row) => [row.id, { kind: "award" as const, ...row }]));
}

async function bidsNamed(context: Context, ids: readonly number[]): Promise<Names> {
  const { rows } = await sql<Named>`select bid.id, bid.reference, bid.title from bid
    where bid.id in (${sql.join([0, ...ids])}) and ${isBidInScope(context.scope)}`.execute(context.db.read);
  return new Map(rows.map((row) => [row.id, { kind: "bid" as const, ...row }]));
}
