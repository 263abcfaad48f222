import { parse } from "csv-parse/sync";
import { AWARD_STATUS_TAGS, type AwardStatus } from "#app/awards/index.ts";
import { someAtATime } from "#app/core/some-at-a-time.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import {
  factsBetween,
  lastEntries,
  momentOf,
  publishedTable,
  reachNames,
  reachOf,
  STATUS_FACTS,
  type Until,
} from "#app/reports/index.server.ts";
import type { SideShown } from "#app/reports/index.ts";
import { allAwardStatus, sumAwardStatus } from "../award-status.queries.server.ts";
import { AWARD_STATUS_COLUMNS, type AwardStatusRow } from "../award-status.ts";
import { type AwardChange, compareStatus, totalsOf } from "./status-changes.rules.ts";
import type { ShownAwardChange, StatusChanges, StatusChangesQuery, StatusSide } from "./status-changes.ts";

/** So many awards a page shows. */
const SHOWN = 200;

/** So many awards are put into words in one go. */
const AT_ONCE = 500;

/**
 * "Award status" at two moments, or as it was published, award by award: what each award that changed adds to the
 * difference, and why. @param most how many awards are put into words; the totals are of all.
 * @throws NotFoundError for a partnership or a published report outside the scope.
 */
export async function getStatusChanges(
  context: Context,
  query: StatusChangesQuery,
  most = SHOWN,
): Promise<StatusChanges> {
  requirePermission(context, "register.read");
  const { partnershipId } = query;
  const reach = await reachOf(context, partnershipId === null ? null : [partnershipId]);
  const from = await sideOf(context, partnershipId, query.from);
  const to = await sideOf(context, partnershipId, query.to);
  const totals = { from: from.totals, to: to.totals };
  const compared = compareStatus(from.rows, to.rows, totals);
  const first = compared.changes.slice(0, most);
  const changes: ShownAwardChange[] = [];
  for (const some of someAtATime(first, AT_ONCE)) {
    changes.push(...(await withReasons(context, some, from.until, to.until)));
  }
  return {
    ...compared,
    partnerships: await reachNames(context, reach),
    sides: { from: from.shown, to: to.shown },
    count: compared.changes.length,
    changes,
  };
}

/** What the database adds up by itself. */
const SUMMED_APART = [
  ...(["awards", "awarded", "left", "prepared", "atRisk", "toSend", "toBePaid", "awaited"] as const),
  ...(["conditionsOpen", "conditionsLate", "returnsLate", "claimsDue", "claimsLate"] as const),
];

type Side = {
  rows: AwardStatusRow[];
  totals: ReturnType<typeof totalsOf>;
  shown: SideShown;
  until: Until;
};

async function sideOf(
  context: Context,
  partnershipId: number | null,
  { published, ...asked }: StatusSide,
): Promise<Side> {
  if (published !== null) {
    const { csv, id, title, asAt, knownAt, position } = await publishedTable(
      context,
      published,
      "award_status",
    );
    const rows = await rowsOfTable(context, csv);
    const shown = { asAt, knownAt, published: { id, title } };
    return { rows, totals: totalsOf(rows), shown, until: { asAt, position } };
  }
  const { asAt, knownAt, position } = await momentOf(context, asked);
  // Rows and sums are of one position, whatever is recorded meanwhile.
  const query = { partnershipId, asAt, knownAt, position };
  const rows = await allAwardStatus(context, query);
  // What the database adds up is held against what the rows come to.
  const sums = await sumAwardStatus(context, query);
  const totals = { ...totalsOf(rows), ...Object.fromEntries(SUMMED_APART.map((key) => [key, sums[key]])) };
  return { rows, totals, shown: { asAt, knownAt, published: null }, until: { asAt, position } };
}

const STATUS_OF = new Map(
  Object.entries(AWARD_STATUS_TAGS).map(([status, { name }]) => [name, status as AwardStatus]),
);

/** The rows of a table that was kept when a report was published; of awards that have gone since, too. */
async function rowsOfTable(context: Context, csv: string): Promise<AwardStatusRow[]> {
  const [headings = [], ...lines] = parse(csv) as string[][];
  const references = lines.map(([reference = ""]) => reference);
  const numbers = await awardNumbers(context, references);
  return lines.map((line, index) => {
    const cells = AWARD_STATUS_COLUMNS.map(({ key, heading, kind }) => {
      const text = line[headings.indexOf(kind === "pence" ? `${heading} (£)` : heading)] ?? "";
      if (key === "status") return [key, STATUS_OF.get(text) ?? "active"];
      if (text === "") return [key, null];
      if (kind === "pence") return [key, Math.round(Number(text) * 100)];
      return [key, kind === "number" ? Number(text) : text];
    });
    const id = numbers.get(references[index] ?? "") ?? -index - 1;
    return { id, ...(Object.fromEntries(cells) as Omit<AwardStatusRow, "id">) };
  });
}

async function awardNumbers({ db }: Context, references: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.read
    .selectFrom("award")
    .select(["id", "reference"])
    .where("reference", "in", ["", ...references])
    .execute();
  return new Map(rows.map(({ id, reference }) => [reference, id]));
}

async function withReasons(
  context: Context,
  changes: readonly AwardChange[],
  from: Until,
  to: Until,
): Promise<ShownAwardChange[]> {
  const ids = changes.map(({ id }) => id);
  const facts = await factsBetween(context, ids, from, to, STATUS_FACTS);
  const bare = ids.filter((id) => !facts.has(id));
  const entries = await lastEntries(context, bare, from, to);
  return changes.map((change) => ({
    ...change,
    why: facts.get(change.id) ?? entries.get(change.id) ?? [],
  }));
}
