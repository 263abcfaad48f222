import { sql } from "kysely";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { sumPence } from "#app/core/money.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import { findVersionInForce } from "../ledger/in-force.server.ts";
import { type Share, STATUSES_NOT_CLAIMED } from "../repayment-due/repayment-due.rules.ts";
import { approvedCarryOvers } from "./approved-carry-overs.queries.server.ts";
import { type CarriedClaim, type ClaimedLine, carriedClaims } from "./carried-claims.rules.ts";
import type { YearsAndPence } from "./carry-over.rules.ts";
import { countedClaimLines } from "./counted-claim-lines.server.ts";

type SealingVersion = {
  id: number;
  awardId: number;
  effectiveOn: string;
  seq: number;
  lines: readonly { financialYear: number | null; stream: Share["stream"]; amountPence: number | null }[];
};

/**
 * Keeps what of the claims of an award counts for another year from a version on, as `carriedClaims` says. Call with the award
 * locked, before the version is sealed. One that counts from a day before another version carries nothing.
 */
export async function carryClaims(trx: Writer, version: SealingVersion): Promise<void> {
  const { awardId, effectiveOn, seq } = version;
  const approved = await approvalsLeft(trx, awardId);
  if (approved.length === 0) return;
  const later = await trx
    .selectFrom("award_version")
    .select("id")
    .where("award_id", "=", awardId)
    .where("sealed_at", "is not", null)
    .where("effective_on", ">", effectiveOn)
    .limit(1)
    .executeTakeFirst();
  if (later) return;
  const carried = await carriedOf(trx, awardId, effectiveOn, version.lines.map(asShare), approved);
  const rows = carried.flatMap(({ claimId, stream, projectId, fromYear, toYear, pence }) => {
    const of = { claim_id: claimId, version_id: version.id, seq, effective_on: effectiveOn };
    const what = { ...of, stream, project_id: projectId };
    return [
      { ...what, financial_year: fromYear, other_year: toYear, amount_pence: -pence },
      { ...what, financial_year: toYear, other_year: fromYear, amount_pence: pence },
    ];
  });
  if (rows.length > 0) await trx.insertInto("claim_carried").values(rows).execute();
}

/**
 * What a version of an award with these lines, counted from a day on, carries of its claims. Call with an award in scope.
 * @param agreed what is approved with the version, beside what was approved before
 */
export async function claimsCarriedBy(
  reader: Reader | Writer,
  awardId: number,
  day: string,
  after: readonly Share[],
  agreed: readonly YearsAndPence[],
): Promise<CarriedClaim[]> {
  return carriedOf(reader, awardId, day, after, [...(await approvalsLeft(reader, awardId)), ...agreed]);
}

async function carriedOf(
  reader: Reader | Writer,
  awardId: number,
  day: string,
  after: readonly Share[],
  left: readonly YearsAndPence[],
): Promise<CarriedClaim[]> {
  if (left.length === 0) return [];
  const before = await findVersionInForce(reader, awardId, day);
  if (before === null) return [];
  const lines = await reader
    .selectFrom("allocation_line")
    .select(["financial_year as financialYear", "stream", "amount_pence as amountPence"])
    .where("version_id", "=", before.id)
    .execute();
  return carriedClaims(lines.map(asShare), after, await sentLines(reader, awardId, day), left);
}

const asShare = <Line extends { amountPence: number | null }>(line: Line) => ({
  ...line,
  amountPence: line.amountPence ?? 0,
});

/** What of each approval of a carry-over no claim was carried by yet, and what was carried so far, the way back. */
async function approvalsLeft(reader: Reader | Writer, awardId: number): Promise<YearsAndPence[]> {
  const approved = await approvedCarryOvers(reader, awardId);
  if (approved.length === 0) return [];
  const rows = await reader
    .selectFrom("claim_carried as carried")
    .innerJoin("claim", "claim.id", "carried.claim_id")
    .select(["carried.other_year as fromYear", "carried.financial_year as toYear", "amount_pence as pence"])
    .where("claim.award_id", "=", awardId)
    .where("claim.status", "not in", STATUSES_NOT_CLAIMED)
    .execute();
  const pairs = new Map(
    approved.map(({ fromYear, toYear }) => [`${fromYear} ${toYear}`, { fromYear, toYear }]),
  );
  return [...pairs.values()].flatMap(({ fromYear, toYear }) => {
    const same = (one: YearsAndPence) => one.fromYear === fromYear && one.toYear === toYear;
    const used = sumPence(rows.filter(same).map(({ pence }) => pence));
    const left = sumPence(approved.filter(same).map(({ pence }) => pence)) - used;
    return [
      { fromYear, toYear, pence: Math.max(0, left) },
      { fromYear: toYear, toYear: fromYear, pence: Math.max(0, used) },
    ];
  });
}

/** The lines of the claims of an award that were sent, as they count on a day, in the order of the claims. */
export async function sentLines(
  reader: Reader | Writer,
  awardId: number,
  day: IsoDay,
): Promise<ClaimedLine[]> {
  const { rows } = await sql<ClaimedLine>`
    select claim_id as "claimId", financial_year as "financialYear", stream, project_id as "projectId",
      cast(sum(amount_pence) as bigint) as "amountPence"
    from ${countedClaimLines([awardId], day)} as line where status not in (${sql.join(STATUSES_NOT_CLAIMED)})
    group by claim_id, number, financial_year, stream, project_id
    having sum(amount_pence) <> 0
    order by number, financial_year, stream, project_id`.execute(reader);
  return rows;
}
