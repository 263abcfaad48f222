import { sql } from "kysely";
import { countedClaimLines } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { Database, Writer } from "#db/open.server.ts";
import { type ClaimStatus, NOT_CLAIMED } from "./claim.status.ts";
import type { Carried, Claim, ClaimEvent, ClaimLine, Receipt } from "./claim.ts";
import type { Awarded } from "./claim-limits.rules.ts";
import type { ProjectShare } from "./claim-projects.rules.ts";

type Reader = Database["read"] | Writer;

const claimsOfAward = keepQuery((reader, awardId: number) =>
  claimRows(reader).where("claim.award_id", "=", awardId).orderBy("claim.number"),
);

/** The claims on an award, in the order of their numbers. Call with an award in scope. */
export function listClaims(reader: Reader, awardId: number): Promise<Claim[]> {
  return claimsOfAward(reader, awardId);
}

/** One claim on an award. Call with an award in scope. @throws NotFoundError */
export async function getClaim(reader: Reader, awardId: number, id: number): Promise<Claim> {
  const claim = await claimRows(reader)
    .where("claim.award_id", "=", awardId)
    .where("claim.id", "=", id)
    .executeTakeFirst();
  if (!claim) throw new NotFoundError(`No claim ${id}`);
  return claim;
}

function claimRows(reader: Reader) {
  return reader
    .selectFrom("claim")
    .leftJoin("person as writer", "writer.id", "claim.written_by")
    .leftJoin("person as signer", "signer.id", "claim.signed_by")
    .select([
      "claim.id",
      "number",
      "period_from as periodFrom",
      "period_to as periodTo",
      "payment",
      "results",
    ])
    .select(["status", "claimed_pence as claimedPence", "received_pence as receivedPence", "note", "reason"])
    .select(["written_by as writtenById", "writer.name as writtenBy", "signer.name as signedBy"])
    .select(["signed_at as signedAt", "submitted_on as submittedOn", "funder_reference as funderReference"])
    .select(["unit", "unit_pence as unitPence", "source_document_id as sourceDocumentId"])
    .select(["source_paragraph as sourceParagraph", "claim.version"]);
}

/** The number of the next claim on an award. Call with the award locked. */
export async function nextClaimNumber(trx: Writer, awardId: number): Promise<number> {
  const last = await trx
    .selectFrom("claim")
    .select((e) => e.fn.max("number").as("number"))
    .where("award_id", "=", awardId)
    .executeTakeFirst();
  return Number(last?.number ?? 0) + 1;
}

/** What a claim is for, in its order. A project of a partner is named: it is money of the same award. */
export async function listClaimLines(context: Context, claimId: number): Promise<ClaimLine[]> {
  const rows = await context.db.read
    .selectFrom("claim_line")
    .leftJoin("project", "project.id", "claim_line.project_id")
    .select(["financial_year", "stream", "project_id", "project.name", "amount_pence"])
    .where("claim_id", "=", claimId)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    financialYear: row.financial_year,
    stream: row.stream,
    project: row.project_id === null ? null : { id: row.project_id, name: row.name ?? "" },
    amountPence: row.amount_pence,
  }));
}

/** What came for a claim, and what was taken back, in the order of recording. */
export function listReceipts(reader: Reader, claimId: number): Promise<Receipt[]> {
  return reader
    .selectFrom("claim_receipt")
    .leftJoin("person", "person.id", "claim_receipt.recorded_by")
    .select(["claim_receipt.id", "received_on as receivedOn", "amount_pence as amountPence", "reference"])
    .select(["reverses_id as reversesId", "reason", "person.name as recordedBy"])
    .where("claim_id", "=", claimId)
    .orderBy("claim_receipt.id")
    .execute();
}

/** What happened to a claim, the newest day first; what happened on one day in the order in which it was recorded, the last first. */
export function listClaimEvents(context: Context, claimId: number): Promise<ClaimEvent[]> {
  return context.db.read
    .selectFrom("claim_event")
    .leftJoin("person", "person.id", "claim_event.person_id")
    .select(["claim_event.id", "action", "happened_on as happenedOn", "reason", "person.name as person"])
    .where("claim_id", "=", claimId)
    .orderBy("happened_on", "desc")
    .orderBy("claim_event.id", "desc")
    .execute();
}

/** What the award gives by the version in force on a day; before its first version, nothing that is recorded. */
export async function awardedOn(reader: Reader, awardId: number, day: string): Promise<Awarded> {
  const version = await reader
    .selectFrom("award_version")
    .select(["id", "amount_pence", "amount_basis"])
    .where("award_id", "=", awardId)
    .where("sealed_at", "is not", null)
    .where("effective_on", "<=", day)
    .orderBy("effective_on", "desc")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!version) return { amountPence: null, basis: "not_recorded", lines: [] };
  const lines = await reader
    .selectFrom("allocation_line")
    .select(["financial_year as financialYear", "stream", "project_id as projectId", "amount_pence"])
    .where("version_id", "=", version.id)
    .orderBy("position")
    .execute();
  return {
    amountPence: version.amount_pence,
    basis: version.amount_basis,
    lines: lines.map(({ amount_pence, ...line }) => ({ ...line, amountPence: amount_pence ?? 0 })),
  };
}

/**
 * The lines of all claims on an award that are not withdrawn, as they count by the version in force on a day: for a later year
 * where they were carried over. @param exceptId a claim that is left out
 */
export function claimedShares(
  reader: Reader,
  awardId: number,
  day: string,
  exceptId = 0,
): Promise<ProjectShare[]> {
  return sharesOf(reader, awardId, day, { without: ["withdrawn"], exceptId });
}

/** For what periods, years, streams and projects an award was claimed, as above, in the order of the claims. */
export function claimedParts(reader: Reader, awardId: number, exceptId = 0) {
  return reader
    .selectFrom("claim")
    .innerJoin("claim_line", "claim_line.claim_id", "claim.id")
    .select(["claim.number", "status", "period_from as periodFrom", "period_to as periodTo", "payment"])
    .select(["financial_year as financialYear", "stream", "project_id as projectId"])
    .where("claim.award_id", "=", awardId)
    .where("claim.status", "<>", "withdrawn")
    .where("claim.id", "<>", exceptId)
    .orderBy("claim.number")
    .execute();
}

/** The lines of those claims that were submitted, as above. */
export function submittedShares(reader: Reader, awardId: number, day: string): Promise<ProjectShare[]> {
  return sharesOf(reader, awardId, day, { without: NOT_CLAIMED, exceptId: 0 });
}

/** The lines of those claims that finance signed, whether they were sent or not, as above. */
export function signedShares(
  reader: Reader,
  awardId: number,
  day: string,
  exceptId: number,
): Promise<ProjectShare[]> {
  return sharesOf(reader, awardId, day, { without: ["draft", "withdrawn"], exceptId });
}

/** The lines of one claim. */
export function sharesOfClaim(reader: Reader, claimId: number): Promise<ProjectShare[]> {
  return reader
    .selectFrom("claim_line")
    .leftJoin("project", "project.id", "claim_line.project_id")
    .select(["financial_year as financialYear", "stream", "amount_pence as amountPence"])
    .select(["claim_line.project_id as projectId", "project.name as projectName"])
    .where("claim_id", "=", claimId)
    .orderBy("position")
    .execute();
}

async function sharesOf(
  reader: Reader,
  awardId: number,
  day: string,
  { without, exceptId }: { without: readonly ClaimStatus[]; exceptId: number },
): Promise<ProjectShare[]> {
  const { rows } = await sql<ProjectShare>`
    select financial_year as "financialYear", stream, project_id as "projectId", amount_pence as "amountPence"
    from ${countedClaimLines([awardId], day)} as line
    where status not in (${sql.join(without)}) and claim_id <> ${exceptId}`.execute(reader);
  return rows;
}

/** What of a claim counts for another year than its lines say, since it was carried over: each version’s, in their order. */
export function listCarried(reader: Reader, claimId: number, day: string): Promise<Carried[]> {
  return reader
    .selectFrom("claim_carried as carried")
    .select(["carried.other_year as fromYear", "carried.financial_year as toYear"])
    .select((e) => e.cast<number>(e.fn.sum("carried.amount_pence"), "bigint").as("pence"))
    .where("claim_id", "=", claimId)
    .where("amount_pence", ">", 0)
    .where("effective_on", "<=", day)
    .groupBy(["version_id", "other_year", "financial_year"])
    .orderBy("version_id")
    .execute();
}
