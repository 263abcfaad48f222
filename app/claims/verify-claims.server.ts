import type { Context } from "#app/platform/context.server.ts";
import { verifyCarried } from "./carry-over/verify-carried.server.ts";
import { verifyClosures } from "./closure/verify-closures.server.ts";
import { verifySpend } from "./spend/verify-spend.server.ts";
import { problemsOfClaim } from "./verify-claims.rules.ts";

const CLAIMS_AT_ONCE = 5_000;

/**
 * Proves every claim: its lines come to what it claims, its receipts to what it says that came, nothing came before
 * finance signed, and no more than was claimed unless in advance; what was spent, with its corrections; that what
 * was repaid came, that closed awards stayed as they were, and what was carried over into another year.
 * @returns what is wrong, in words, by the award's reference; empty where nothing is.
 */
export async function verifyClaims(context: Context): Promise<string[]> {
  const problems: string[] = [];
  for (let afterId = 0; ; ) {
    const claims = await claimsAfter(context, afterId);
    const last = claims.at(-1);
    if (!last) {
      const others = [
        await verifySpend(context),
        await verifyClosures(context),
        await verifyCarried(context),
      ];
      return [...problems, ...others.flat()];
    }
    const lines = groupByClaim(await linesBetween(context, afterId, last.id));
    const receipts = groupByClaim(await receiptsBetween(context, afterId, last.id));
    for (const { id, reference, number, source, ...claim } of claims) {
      const linePence = (lines.get(id) ?? []).map(({ amountPence }) => amountPence);
      const found = problemsOfClaim({
        ...claim,
        isPublished: source !== null,
        linePence,
        receipts: receipts.get(id) ?? [],
      });
      problems.push(...found.map((problem) => `Award ${reference}, claim ${number}: ${problem}`));
    }
    afterId = last.id;
  }
}

function claimsAfter({ db }: Context, afterId: number) {
  return db.read
    .selectFrom("claim")
    .innerJoin("award", "award.id", "claim.award_id")
    .select(["claim.id", "award.reference", "claim.number", "claim.status", "payment"])
    .select(["claimed_pence as claimedPence", "received_pence as receivedPence"])
    .select(["written_by as writtenById", "signed_by as signedById", "signed_at as signedAt"])
    .select(["submitted_on as submittedOn", "results", "unit_pence as unitPence"])
    .select("claim.source_document_id as source")
    .where("claim.id", ">", afterId)
    .orderBy("claim.id")
    .limit(CLAIMS_AT_ONCE)
    .execute();
}

function linesBetween({ db }: Context, afterId: number, lastId: number) {
  return db.read
    .selectFrom("claim_line")
    .select(["claim_id as claimId", "amount_pence as amountPence"])
    .where("claim_id", ">", afterId)
    .where("claim_id", "<=", lastId)
    .execute();
}

function receiptsBetween({ db }: Context, afterId: number, lastId: number) {
  return db.read
    .selectFrom("claim_receipt")
    .select(["claim_id as claimId", "id", "amount_pence as amountPence"])
    .select(["reverses_id as reversesId", "recorded_at as recordedAt"])
    .where("claim_id", ">", afterId)
    .where("claim_id", "<=", lastId)
    .execute();
}

function groupByClaim<Row extends { claimId: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.claimId);
    if (group) group.push(row);
    else groups.set(row.claimId, [row]);
  }
  return groups;
}
