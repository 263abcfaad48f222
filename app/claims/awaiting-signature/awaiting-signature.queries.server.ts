import { awardWrittenBy, isOpen } from "#app/awards/index.server.ts";
import { type Context, partnershipsWhere } from "#app/platform/context.server.ts";

export type ClaimToSign = {
  claimId: number;
  number: number;
  awardId: number;
  reference: string;
  title: string;
  periodFrom: string;
  periodTo: string;
  /** Pence; null is not recorded. */
  claimedPence: number | null;
  writtenBy: string | null;
};

/** More than a person signs in a morning. */
const SHOWN = 50;

/**
 * The drafts of claims that the person who reads may sign, the oldest first: of awards that are open, and none that they
 * wrote themselves.
 */
export async function listClaimsToSign({ actor, db }: Context): Promise<ClaimToSign[]> {
  if (actor.kind !== "person") return [];
  const theirs = partnershipsWhere(actor, "claim.sign") ?? [];
  if (theirs.length === 0) return [];
  return db.read
    .selectFrom("claim")
    .innerJoin("award", "award.id", "claim.award_id")
    .leftJoin("person", "person.id", "claim.written_by")
    .select(["claim.id as claimId", "claim.number", "award.id as awardId", "award.reference", "award.title"])
    .select(["claim.period_from as periodFrom", "claim.period_to as periodTo"])
    .select(["claim.claimed_pence as claimedPence", "person.name as writtenBy"])
    .where("claim.status", "=", "draft")
    .where((e) => e(e.fn.coalesce("claim.written_by", e.lit(0)), "<>", actor.id))
    .where(awardWrittenBy(theirs))
    .where(isOpen)
    .orderBy("claim.id")
    .limit(SHOWN)
    .execute();
}
