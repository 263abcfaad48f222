import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { type Award, sharingPartnerships, writingPartnerships } from "./award.ts";
import { getAward } from "./awards.queries.server.ts";
import { checkDraftLines } from "./draft.rules.ts";
import { type Draft, deleteDraft, findDraft } from "./drafts.queries.server.ts";
import { lastNumber, needsSecondPerson } from "./four-eyes/four-eyes.queries.server.ts";
import { refusalToConfirm } from "./four-eyes/four-eyes.rules.ts";
import { type SealedVersion, sealVersion } from "./ledger/seal-version.server.ts";
import { referenceOfVersion } from "./moved/carry-over.rules.ts";
import { recordApprovedCarryOver } from "./moved/record-approved-carry-over.server.ts";
import { insideOf } from "./out-of/out-of.rules.ts";
import { agreedCarryOversOf, refusalByTerms } from "./terms/broken-terms.queries.server.ts";
import { completeLines, type LineInput } from "./version.rules.ts";
import { listLines, listVersions } from "./versions.queries.server.ts";

/**
 * Seals the draft of an award's next version: from now on it counts and never changes. Where a partnership has a second
 * person confirm it, this is that confirmation, and refused to who wrote it.
 * @param version of the draft that the person checked. @throws StaleError where it is no longer that one.
 * @param termsAgreement what the funder agreed; without it a version against the special terms is refused.
 */
export async function sealNextVersion(
  context: Context,
  awardId: number,
  version: number,
  termsAgreement: string | null = null,
): Promise<Result<SealedVersion>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "award.seal", writingPartnerships(award.partnerships));
  const draft = await findDraft(context, awardId);
  if (draft?.version !== version) throw new StaleError("The draft has changed");
  const lines = await linesOfDraft(context, award, draft);
  if (!lines.ok) return lines;
  const twoPeople = await needsSecondPerson(context, award);
  const versions = await listVersions(context, awardId);
  const noted = versions.find(({ id }) => id === draft.baseVersionId)?.mayInclude ?? [];
  return writeOrUndo(context, async (transaction) => {
    await context.db.engine.lockAward(transaction, awardId);
    const person = personId(context);
    const refused = twoPeople && refusalToConfirm(draft, person, await lastNumber(transaction, awardId));
    if (refused) return fail({ form: refused });
    const breaks = await refusalByTerms(transaction, awardId, draft, lines.value);
    if (breaks && termsAgreement === null) return fail(breaks);
    await deleteDraft(transaction, awardId, version);
    if (breaks && termsAgreement !== null) {
      // What the funder agreed to move into a later year is carried over: claims and what came follow as with an approval.
      const number = (await lastNumber(transaction, awardId)) + 1;
      const agreed = await agreedCarryOversOf(transaction, awardId, draft, lines.value);
      for (const carried of agreed)
        await recordApprovedCarryOver(transaction, context, awardId, carried, {
          approvedOn: draft.decidedOn ?? draft.effectiveOn,
          reference: draft.decisionReference ?? referenceOfVersion(number),
          note: termsAgreement,
        });
    }
    return sealVersion(transaction, context, {
      awardId,
      kind: draft.kind,
      effectiveOn: draft.effectiveOn,
      effectiveBasis: draft.effectiveBasis,
      decidedOn: draft.decidedOn,
      reason: draft.reason,
      decisionReference: draft.decisionReference,
      termsAgreement: breaks ? termsAgreement : null,
      amountPence: draft.amountPence,
      amountBasis: draft.amountBasis,
      fundId: draft.fundId,
      funderId: draft.funderId,
      lines: lines.value,
      mayInclude: draft.mayIncludeIds.map((id) => ({
        awardId: id,
        note: noted.find((other) => other.awardId === id)?.note ?? null,
      })),
      sourceDocumentId: null,
      sourceParagraph: null,
    });
  });
}

/** The complete set of lines that a draft would be sealed with, or messages by field. */
export async function linesOfDraft(
  context: Context,
  award: Award,
  draft: Draft,
): Promise<Result<LineInput[]>> {
  if (draft.kind === "void") return succeed([]);
  const errors = checkDraftLines(draft.amountPence, draft.lines);
  if (Object.keys(errors).length > 0) return fail(errors);
  const base = await listLines(context, draft.baseVersionId);
  const sharing = sharingPartnerships(award.partnerships);
  const sole = sharing.length === 1 ? (sharing[0] as number) : null;
  const lines = draft.lines.map((line) => ({
    partnershipId: line.partnershipId ?? sole,
    financialYear: line.financialYear,
    projectId: line.projectId,
    priorityId: line.priorityId,
    stream: line.stream,
    themeId: line.themeId,
    amountPence: line.amountPence,
    label: line.label,
    inside: insideOf(base, line),
  }));
  return completeLines(draft.amountPence, lines, sole);
}
