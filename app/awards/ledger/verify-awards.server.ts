import { formatDate } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import type { Context } from "#app/platform/context.server.ts";
import { addTo, type Balance, type ReplayedPosting, replay } from "./replay.rules.ts";

const AWARDS_AT_ONCE = 500;

/**
 * Proves every award: its lines come to its amount, and the postings come to its lines at every date, as known at
 * every position. @returns what is wrong, in words, by the award's reference; empty where nothing is.
 */
export async function verifyAwards(context: Context): Promise<string[]> {
  const problems: string[] = [];
  for (let afterId = 0; ; ) {
    const awards = await context.db.read
      .selectFrom("award")
      .select(["id", "reference"])
      .where("id", ">", afterId)
      .orderBy("id")
      .limit(AWARDS_AT_ONCE)
      .execute();
    const last = awards.at(-1);
    if (!last) return problems;
    problems.push(...(await verifyBatch(context, awards, last.id)));
    afterId = last.id;
  }
}

async function verifyBatch(context: Context, awards: { id: number; reference: string }[], lastId: number) {
  const firstId = (awards[0] as { id: number }).id;
  const versions = await versionsBetween(context, firstId, lastId);
  const lines = groupBy(await linesBetween(context, firstId, lastId), (line) => line.version_id);
  const postings = groupBy(await postingsBetween(context, firstId, lastId), (posting) => posting.version_id);
  const byAward = groupBy(versions, (version) => version.award_id);

  return awards.flatMap(({ id, reference }) => {
    const own = byAward.get(id) ?? [];
    const problems = own.flatMap((version) => [
      ...checkSums(version, lines.get(version.id) ?? []),
      ...checkPosition(version, postings.get(version.id) ?? []),
    ]);
    const replayed = own.map((version) => ({
      id: version.id,
      number: version.number,
      effectiveOn: version.effective_on,
      lines: balanceOfLines(lines.get(version.id) ?? []),
      postings: (postings.get(version.id) ?? []).map(asReplayed),
    }));
    for (const { number, day } of replay(replayed)) {
      problems.push(`version ${number}: the ledger's postings differ from its lines on ${formatDate(day)}`);
    }
    return problems.map((problem) => `Award ${reference}, ${problem}`);
  });
}

type Version = Awaited<ReturnType<typeof versionsBetween>>[number];
type Line = Awaited<ReturnType<typeof linesBetween>>[number];
type Posting = Awaited<ReturnType<typeof postingsBetween>>[number];

function checkSums(version: Version, lines: readonly Line[]): string[] {
  const sum = lines.reduce((total, line) => total + (line.amount_pence ?? 0), 0);
  const amount = version.amount_pence ?? 0;
  if (sum !== amount) {
    return [
      `version ${version.number}: its lines add up to ${formatPounds(sum, "always")}, its amount is ${formatPounds(amount, "always")}`,
    ];
  }
  if (version.lines_pence !== sum || version.line_count !== lines.length) {
    return [`version ${version.number}: the sum kept beside its lines is not their sum`];
  }
  const notRecorded = lines.filter((line) => line.amount_pence === null).length;
  if (version.amount_pence === null ? notRecorded !== 1 || lines.length !== 1 : notRecorded !== 0) {
    return [`version ${version.number}: an amount that is not recorded must stand in exactly one line`];
  }
  return [];
}

function checkPosition(version: Version, postings: readonly Posting[]): string[] {
  const problems: string[] = [];
  if (version.audit_seq === null || version.audit_record !== String(version.award_id)) {
    problems.push(`version ${version.number}: the audit log has no entry ${version.seq} for it`);
  }
  if (postings.some((posting) => posting.seq !== version.seq)) {
    problems.push(`version ${version.number}: a posting stands at another position than the version`);
  }
  return problems;
}

function balanceOfLines(lines: readonly Line[]): Balance {
  const balance: Balance = new Map();
  for (const line of lines) {
    const pence = line.amount_pence ?? 0;
    const unknown = line.amount_pence === null ? 1 : 0;
    const money = [line.counted_fund_id, line.counted_funder_id];
    addTo(
      balance,
      keyOf(
        line.award_id,
        line.partnership_id,
        line.financial_year,
        line.project_id,
        line.priority_id,
        line.stream,
        line.counted_theme_id,
        ...money,
      ),
      [pence, 0, unknown, line.counted_approximate * pence, 1],
    );
    if (line.inside_award_id === null) continue;
    addTo(
      balance,
      keyOf(
        line.inside_award_id,
        line.inside_partnership_id,
        line.inside_financial_year,
        line.inside_project_id,
        line.inside_priority_id,
        line.inside_stream,
        line.outer_theme_id,
        ...money,
      ),
      [0, pence, -unknown, -line.outer_approximate * pence, 0],
    );
  }
  return balance;
}

function asReplayed(posting: Posting): ReplayedPosting {
  return {
    key: keyOf(
      posting.award_id,
      posting.partnership_id,
      posting.financial_year,
      posting.project_id,
      posting.priority_id,
      posting.stream,
      posting.theme_id,
      posting.fund_id,
      posting.funder_id,
    ),
    effectiveOn: posting.effective_on,
    sums: [
      posting.gross_pence,
      posting.passed_on_pence,
      posting.not_recorded,
      posting.approximate_pence,
      posting.line_count,
    ],
  };
}

function keyOf(...parts: (number | string | null)[]): string {
  return parts.map((part) => part ?? "").join("|");
}

async function versionsBetween(context: Context, firstId: number, lastId: number) {
  return context.db.read
    .selectFrom("award_version")
    .leftJoin("audit_entry", (join) =>
      join.onRef("audit_entry.seq", "=", "award_version.seq").on("audit_entry.record_type", "=", "award"),
    )
    .select([
      "award_version.id",
      "award_id",
      "number",
      "effective_on",
      "amount_pence",
      "lines_pence",
      "line_count",
      "award_version.seq",
    ])
    .select(["audit_entry.seq as audit_seq", "audit_entry.record_id as audit_record"])
    .where("award_id", ">=", firstId)
    .where("award_id", "<=", lastId)
    .where("sealed_at", "is not", null)
    .orderBy("award_version.seq")
    .execute();
}

async function linesBetween(context: Context, firstId: number, lastId: number) {
  return context.db.read
    .selectFrom("allocation_line")
    .selectAll()
    .where("award_id", ">=", firstId)
    .where("award_id", "<=", lastId)
    .orderBy("id")
    .execute();
}

async function postingsBetween(context: Context, firstId: number, lastId: number) {
  return context.db.read
    .selectFrom("posting")
    .selectAll()
    .where("version_id", "in", (from) =>
      from
        .selectFrom("award_version")
        .select("id")
        .where("award_id", ">=", firstId)
        .where("award_id", "<=", lastId),
    )
    .orderBy("id")
    .execute();
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => number): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
