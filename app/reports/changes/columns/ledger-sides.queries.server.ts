import { type RawBuilder, sql } from "kysely";
import { awardInScope, type Moment } from "#app/awards/index.server.ts";
import { VERSION_KINDS, type VersionKind } from "#app/awards/index.ts";
import { formatDate } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import { isCounted, placeIn, type Reach } from "../../reach.server.ts";
import { heldAt } from "../../row-sums.queries.server.ts";
import { direction, type Moments } from "../changes.queries.server.ts";
import type { BothSides } from "./column-changes.rules.ts";

const PENCE = { gross: "gross_pence", passedOn: "passed_on_pence" } as const;
export type LedgerColumn = keyof typeof PENCE;

/** What each award that moved adds to a sum of the ledger in both reports: an award that did not adds the same to both. */
export async function ledgerSides(
  context: Context,
  column: LedgerColumn,
  moments: Moments,
  reach: Reach,
): Promise<BothSides> {
  const pence = sql.ref(`posting.${PENCE[column]}`);
  const counted = isCounted(reach, placeIn("posting"));
  const at = (moment: Moment) => sql`case when ${heldAt(moment)} then ${pence} end`;
  const sum = (value: RawBuilder<unknown>) => sql`cast(sum(${value}) as bigint)`;
  const { rows } = await sql<{ id: number; first: number | null; second: number | null }>`
    select posting.award_id as id, ${sum(at(moments.from))} as first, ${sum(at(moments.to))} as second
    from posting where ${counted} and posting.award_id in (
      select posting.award_id from posting where ${direction(moments)} <> 0 and ${counted})
    group by posting.award_id`.execute(context.db.aside);
  const side = (of: "first" | "second") =>
    new Map(rows.flatMap((row) => (row[of] === null ? [] : [[row.id, row[of]] as const])));
  return { first: side("first"), second: side("second") };
}

type Cause = {
  awardId: number;
  causeId: number | null;
  reference: string | null;
  number: number;
  kind: VersionKind;
  reason: string;
  day: string;
};

/** The versions that moved a sum of these awards: their own, or of awards inside them; in the order of recording. */
export async function ledgerFactsOf(
  context: Context,
  column: LedgerColumn,
  ids: readonly number[],
  moments: Moments,
): Promise<Map<number, string[]>> {
  const { rows } = await sql<Cause>`
    select posting.award_id as "awardId", cause.id as "causeId", cause.reference, version.number, version.kind,
      version.reason, version.effective_on as day
    from posting join award_version as version on version.id = posting.version_id
    left join award as cause on cause.id = version.award_id and cause.id in (
      select award.id from award where ${awardInScope(context.scope)})
    where posting.award_id in (${sql.join([0, ...ids])}) and ${direction(moments)} <> 0
      and posting.${sql.ref(PENCE[column])} <> 0
    group by posting.award_id, cause.id, cause.reference, version.id, version.seq, version.number, version.kind,
      version.reason, version.effective_on
    order by posting.award_id, version.seq`.execute(context.db.aside);
  const facts = new Map<number, string[]>();
  for (const row of rows) facts.set(row.awardId, [...(facts.get(row.awardId) ?? []), causeWords(row)]);
  return facts;
}

function causeWords({ awardId, causeId, reference, number, kind, reason, day }: Cause): string {
  if (causeId === null) return "An award of another partnership inside this one";
  const own = causeId === awardId ? "" : ` of ${reference}`;
  return `${formatDate(day)}, version ${number}${own}, ${VERSION_KINDS[kind].name.toLowerCase()}: ${reason}`;
}
