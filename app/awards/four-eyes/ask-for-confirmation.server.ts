import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { contentOf, findDraft } from "../drafts.queries.server.ts";
import { linesOfDraft } from "../seal-next-version.server.ts";
import { refusalByTerms } from "../terms/broken-terms.queries.server.ts";
import { lastNumber, needsSecondPerson } from "./four-eyes.queries.server.ts";

/**
 * Asks a second person to confirm the draft of an award's next version. Until they do it counts nowhere; whoever changes
 * the draft takes the question back.
 * @param version of the draft that the person checked. @param termsAgreement what the funder agreed; without it a version
 * against the special terms is refused. @throws NotFoundError, ForbiddenError, StaleError.
 */
export async function askForConfirmation(
  context: Context,
  awardId: number,
  version: number,
  termsAgreement: string | null = null,
): Promise<Result<{ version: number }>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  const draft = await findDraft(context, awardId);
  if (draft?.version !== version) throw new StaleError("The draft has changed");
  if (!(await needsSecondPerson(context, award))) {
    return fail({ form: "No second person has to confirm the versions of this award: seal it" });
  }
  const lines = await linesOfDraft(context, award, draft);
  if (!lines.ok) return lines;
  const breaks = await refusalByTerms(context.db.read, awardId, draft, lines.value);
  if (breaks && termsAgreement === null) return fail(breaks);
  const last = await lastNumber(context.db.read, awardId);
  return context.db.write(async (trx) => {
    const asked_by = personId(context);
    const form_json = JSON.stringify({ ...contentOf(draft), termsAgreement: breaks ? termsAgreement : null });
    const asked = { form_json, asked_by, asked_at: context.now(), asked_after: last };
    const saved = await trx
      .updateTable("award_draft")
      .set({ ...asked, version: version + 1 })
      .where("award_id", "=", awardId)
      .where("version", "=", version)
      .executeTakeFirst();
    if (saved.numUpdatedRows !== 1n) throw new StaleError("The draft has changed");
    await recordAudit(trx, context, {
      action: "ask for a version to be confirmed",
      recordType: "award",
      recordId: awardId,
      after: { draft: version, after: last },
    });
    return succeed({ version: version + 1 });
  });
}
