import { recordAudit } from "#app/audit/index.server.ts";
import { type FieldErrors, fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { sharingPartnerships, writingPartnerships } from "./award.ts";
import { getAward } from "./awards.queries.server.ts";
import { checkDraftLines } from "./draft.rules.ts";
import type { TypedLine } from "./draft.schema.ts";
import { contentOf, findDraft, saveDraft } from "./drafts.queries.server.ts";
import { type LineChoices, listLineChoices } from "./line-choices.queries.server.ts";
import { applyLineIntent, type LineIntent } from "./line-intents.rules.ts";
import { OUT_OF_NONE } from "./out-of/out-of.rules.ts";

/**
 * Saves the lines of a draft after a button of their page: added, removed, split. They need not add up before the
 * person goes on to the check page.
 * @param version of the draft that the page showed. @throws StaleError where somebody else has saved it since.
 */
export async function saveDraftLines(
  context: Context,
  awardId: number,
  version: number,
  typed: TypedLine[],
  intent: LineIntent = { kind: "save" },
): Promise<Result<{ version: number; lines: number }>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  const draft = await findDraft(context, awardId);
  if (!draft) throw new StaleError("The draft is gone: somebody has sealed or discarded it");
  const changed = applyLineIntent(intent, typed, {
    amountPence: draft.amountPence,
    partnershipIds: sharingPartnerships(award.partnerships),
  });
  if (!changed.ok) return changed;
  const lines = changed.value;
  const errors = checkChoices(lines, await listLineChoices(context, award, draft));
  if (intent.kind === "continue") Object.assign(errors, checkDraftLines(draft.amountPence, lines));
  if (Object.keys(errors).length > 0) return fail(errors);
  await context.db.write(async (transaction) => {
    await saveDraft(transaction, context, awardId, { ...contentOf(draft), lines }, version);
    await recordAudit(transaction, context, {
      action: "save draft lines",
      recordType: "award",
      recordId: awardId,
      before: draft.lines,
      after: lines,
    });
  });
  return succeed({ version: version + 1, lines: lines.length });
}

/** A line may point only at what the page offers. */
function checkChoices(lines: readonly TypedLine[], choices: LineChoices): FieldErrors {
  const errors: FieldErrors = {};
  lines.forEach((line, index) => {
    const offered = {
      partnershipId: choices.partnerships,
      projectId: choices.projects,
      priorityId: choices.priorities,
      themeId: choices.themes,
    };
    for (const [field, items] of Object.entries(offered)) {
      const chosen = line[field as keyof typeof offered];
      if (chosen !== null && !items.some((item) => item.id === chosen)) {
        errors[`lines.${index}.${field}`] = "Choose from the list";
      }
    }
    const { outOf } = line;
    if (outOf !== null && outOf !== OUT_OF_NONE && !choices.outOf.some(({ value }) => value === outOf)) {
      errors[`lines.${index}.outOf`] = "Choose from the list";
    }
    if (line.financialYear !== null && !choices.years.includes(line.financialYear)) {
      errors[`lines.${index}.financialYear`] = "Choose a financial year from the list";
    }
  });
  return errors;
}
