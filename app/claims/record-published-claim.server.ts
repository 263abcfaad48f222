import { recordAudit } from "#app/audit/index.server.ts";
import { getAward } from "#app/awards/index.server.ts";
import { writingPartnerships } from "#app/awards/index.ts";
import { type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { nextClaimNumber } from "./claims.queries.server.ts";

/** A claim by results of which only a document tells: how many results it was for, and no amount, day or signature. */
export type PublishedClaim = {
  periodFrom: string;
  periodTo: string;
  results: number;
  /** "family". */
  unit: string | null;
  note: string | null;
  sourceDocumentId: number;
  sourceParagraph: string | null;
};

/**
 * Records a claim as a document tells of it. What the document does not state stays not recorded: the amount is not £0.
 * @throws NotFoundError, ForbiddenError.
 */
export async function recordPublishedClaim(
  context: Context,
  awardId: number,
  claim: PublishedClaim,
): Promise<Result<{ id: number; number: number }>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "claim.sign", writingPartnerships(award.partnerships));
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    const number = await nextClaimNumber(trx, awardId);
    const row = {
      period_from: claim.periodFrom,
      period_to: claim.periodTo,
      payment: "results" as const,
      results: claim.results,
      unit: claim.unit,
      claimed_pence: null,
      status: "submitted" as const,
      note: claim.note,
      source_document_id: claim.sourceDocumentId,
      source_paragraph: claim.sourceParagraph,
    };
    const { id } = await trx
      .insertInto("claim")
      .values({ ...row, award_id: awardId, number, recorded_at: context.now() })
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, context, {
      action: "record published claim",
      recordType: "award",
      recordId: awardId,
      after: { number, ...row },
    });
    return succeed({ id, number });
  });
}
