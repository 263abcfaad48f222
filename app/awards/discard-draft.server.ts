import { recordAudit } from "#app/audit/index.server.ts";
import { type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { writingPartnerships } from "./award.ts";
import { getAward } from "./awards.queries.server.ts";
import { contentOf, deleteDraft, findDraft } from "./drafts.queries.server.ts";

/** Throws away the draft of an award's next version; the audit log keeps what it said. @throws StaleError. */
export async function discardDraft(
  context: Context,
  awardId: number,
  version: number,
): Promise<Result<null>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  const draft = await findDraft(context, awardId);
  if (!draft) throw new StaleError("The draft is gone: somebody has sealed or discarded it");
  return context.db.write(async (transaction) => {
    await deleteDraft(transaction, awardId, version);
    await recordAudit(transaction, context, {
      action: "discard draft version",
      recordType: "award",
      recordId: awardId,
      before: contentOf(draft),
    });
    return succeed(null);
  });
}
