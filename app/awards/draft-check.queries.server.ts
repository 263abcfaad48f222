import type { FieldErrors } from "#app/core/result.ts";
import { getRoundTerms } from "#app/funds/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Award } from "./award.ts";
import { readableAwards } from "./awards.queries.server.ts";
import {
  type DraftWarning,
  warnOfInnerAwards,
  warnOfLaterVersion,
  warnOfProjects,
  warnOfYears,
} from "./draft-warnings.rules.ts";
import type { Draft } from "./drafts.queries.server.ts";
import { type LineChoices, listLineChoices } from "./line-choices.queries.server.ts";
import { afterCarried, agreedWords } from "./moved/carried-claims.rules.ts";
import { claimsCarriedBy } from "./moved/carry-claims.server.ts";
import { spentByYear } from "./moved/spent-by-year.queries.server.ts";
import { warnOfSpent } from "./moved/warn-of-spent.rules.ts";
import { outerAwardsOf, unusedOuterOf } from "./out-of/outer-awards.queries.server.ts";
import { warnOfMixedMoney, warnOfOuterAwards } from "./out-of/warn-of-outer.rules.ts";
import type { Share } from "./repayment-due/repayment-due.rules.ts";
import { claimedOfAward } from "./repayment-due/repayment-due.server.ts";
import { warnOfRepayment } from "./repayment-due/warn-of-repayment.rules.ts";
import { linesOfDraft } from "./seal-next-version.server.ts";
import { agreedCarryOversOf, brokenTermsOf } from "./terms/broken-terms.queries.server.ts";
import type { LineInput } from "./version.rules.ts";
import { type Line, type Version, versionInForce } from "./version.ts";
import { listLines, listPassedOn, listVersions } from "./versions.queries.server.ts";

/** What a person sees before sealing a draft. */
export type DraftCheck = {
  /** The version in force on the draft's day, which it takes the place of; null where it is the first of all days. */
  base: Version | null;
  /** The complete lines, what is left to apportion included. */
  lines: Line[];
  /** Those of the version that it takes the place of. */
  linesBefore: Line[];
  warnings: DraftWarning[];
  /** What it does that is not allowed unless the funder agreed. */
  brokenTerms: string[];
  /** Why it cannot be sealed yet; empty where it can. */
  errors: FieldErrors;
};

/** Puts the draft beside the version that it takes the place of. Call with an award in scope. */
export async function checkDraft(context: Context, award: Award, draft: Draft): Promise<DraftCheck> {
  const versions = await listVersions(context, award.id);
  const base = versionInForce(versions, draft.effectiveOn);
  const complete = await linesOfDraft(context, award, draft);
  const inputs: LineInput[] = complete.ok ? complete.value : [];
  const lines = await nameLines(context, inputs, await listLineChoices(context, award, draft));
  const passedOn = await listPassedOn(context, award.id, draft.effectiveOn);
  const linesBefore = base ? await listLines(context, base.id) : [];
  const claimed = await claimedOfAward(context.db.read, award.id, draft.effectiveOn);
  const after = inputs.map(shareOf);
  // It is sealed only with what the funder agreed, which approves what it carries over.
  const agreed = await agreedCarryOversOf(context.db.read, award.id, draft, inputs);
  const claimsCarried = (beside: typeof agreed) =>
    claimsCarriedBy(context.db.read, award.id, draft.effectiveOn, after, beside);
  const carried = await claimsCarried(agreed);
  const byAgreement = agreed.length === 0 ? [] : agreedWords(carried, await claimsCarried([]));
  const outerAwards = await outerAwardsOf(context, award.id, inputs, draft.effectiveOn);
  const later = warnOfLaterVersion(award.id, draft.effectiveOn, versions);
  return {
    base,
    lines,
    linesBefore,
    warnings: [
      ...(later ? [later] : []),
      // What ends before a later version begins changes nothing of what is to be repaid or is spent today.
      ...(later || !complete.ok || draft.amountPence === null
        ? []
        : [
            ...warnOfRepayment(linesBefore.map(shareOf), after, claimed, afterCarried(claimed.sent, carried)),
            ...byAgreement.map((text) => ({ text })),
            ...warnOfSpent(linesBefore.map(shareOf), after, await spentByYear(context.db.read, award.id)),
          ]),
      ...warnOfOuterAwards(inputs, outerAwards),
      ...warnOfMixedMoney(inputs, outerAwards),
      ...(await unusedOuterOf(context, draft)),
      ...warnOfInnerAwards(draft, base, passedOn),
      ...warnOfYears(lines, award.round && (await getRoundTerms(context, award.round.id)).years),
      ...warnOfProjects(lines, await partnershipsOfProjects(context, lines)),
    ],
    brokenTerms: await brokenTermsOf(context.db.read, award.id, draft, inputs),
    errors: complete.ok ? {} : complete.errors,
  };
}

function shareOf({
  financialYear,
  stream,
  amountPence,
}: Pick<Line, "financialYear" | "stream" | "amountPence">): Share {
  return { financialYear, stream, amountPence: amountPence ?? 0 };
}

/** Whose each project is that the lines name, those that take part in it included. */
async function partnershipsOfProjects(
  { db }: Context,
  lines: readonly Line[],
): Promise<Map<number, number[]>> {
  const ids = [0, ...lines.flatMap(({ project }) => project?.id ?? [])];
  const own = await db.read
    .selectFrom("project")
    .select(["id", "partnership_id as partnershipId"])
    .where("id", "in", ids)
    .execute();
  const others = await db.read
    .selectFrom("project_other_partnership")
    .select(["project_id as id", "partnership_id as partnershipId"])
    .where("project_id", "in", ids)
    .execute();
  const all = [...own, ...others];
  return new Map(
    own.map(({ id }) => [id, all.filter((row) => row.id === id).map(({ partnershipId }) => partnershipId)]),
  );
}

/** Lines to be sealed as a sealed version shows them. */
async function nameLines(
  context: Context,
  lines: readonly LineInput[],
  choices: LineChoices,
): Promise<Line[]> {
  const find = <Item extends { id: number }>(items: readonly Item[], id: number | null) =>
    items.find((item) => item.id === id) ?? null;
  const outers = await readableAwards(
    context,
    lines.flatMap((line) => line.inside?.awardId ?? []),
  );
  return lines.map((line, index) => {
    const priority = find(choices.priorities, line.priorityId);
    return {
      position: index + 1,
      partnership: find(choices.partnerships, line.partnershipId),
      financialYear: line.financialYear,
      project: find(choices.projects, line.projectId),
      priority: priority && { id: priority.id, name: priority.name },
      theme: find(choices.themes, line.themeId) ?? priority?.onlyTheme ?? null,
      ownThemeId: line.themeId,
      stream: line.stream,
      amountPence: line.amountPence,
      label: line.label,
      insideAward: outers.get(line.inside?.awardId ?? 0) ?? null,
      inside: line.inside,
    };
  });
}
