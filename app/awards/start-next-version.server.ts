import { recordAudit } from "#app/audit/index.server.ts";
import { lastDayOf } from "#app/core/calendar-date.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { getFund } from "#app/funds/index.server.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { sharingPartnerships, writingPartnerships } from "./award.ts";
import { getAward } from "./awards.queries.server.ts";
import { amountOfDraft, saysNothing } from "./draft.rules.ts";
import type { TypedLine, VersionDetails } from "./draft.schema.ts";
import { type Draft, findDraft, saveDraft } from "./drafts.queries.server.ts";
import type { EffectiveBasis } from "./effective-day.rules.ts";
import { type Line, type Version, versionInForce } from "./version.ts";
import { listLines, listVersions } from "./versions.queries.server.ts";

/**
 * Begins the next version of an award, or changes what a draft of it is: its kind, date, reason and amount.
 * A new draft starts with the lines of the version in force on its day. @throws NotFoundError, ForbiddenError.
 */
export async function startNextVersion(
  context: Context,
  awardId: number,
  details: VersionDetails,
): Promise<Result<Draft>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  const versions = await listVersions(context, awardId);
  const current = versionInForce(versions, context.today) ?? versions.at(-1);
  if (!current) return fail({ form: "This award has no version yet" });
  const day = effectiveDayOf(details, current, context.today);
  const base = versionInForce(versions, day.effectiveOn) ?? current;
  const amount = amountOfDraft(details, base);
  if (!amount.ok) return amount;

  const before = await findDraft(context, awardId);
  const sharing = sharingPartnerships(award.partnerships);
  const draft: Draft = {
    kind: details.kind,
    ...day,
    decidedOn: details.decidedOn,
    reason: details.reason,
    decisionReference: details.decisionReference,
    ...amount.value,
    fundId: details.fundId,
    funderId: await funderOf(context, details.fundId, base),
    mayIncludeIds: details.mayIncludeIds,
    baseVersionId: base.id,
    lines:
      details.kind === "void"
        ? []
        : (before?.lines ??
          typedLines(await listLines(context, base.id), sharing.length === 1 ? sharing[0] : undefined)),
  };
  await context.db.write(async (transaction) => {
    await saveDraft(transaction, context, awardId, draft, before?.version ?? null);
    await recordAudit(transaction, context, {
      action: before ? "change draft version" : "start draft version",
      recordType: "award",
      recordId: awardId,
      after: draft,
    });
  });
  return succeed(draft);
}

/**
 * The day from which the next version counts. Left empty, what completes or corrects a version takes that one's day;
 * anything else the day of its decision, else today.
 */
function effectiveDayOf(
  details: VersionDetails,
  current: Version,
  today: string,
): { effectiveOn: string; effectiveBasis: EffectiveBasis } {
  if (details.effectiveOn !== null) return { effectiveOn: details.effectiveOn, effectiveBasis: "day" };
  if (details.kind === "apportionment" || details.kind === "correction") {
    return { effectiveOn: current.effectiveOn, effectiveBasis: current.effectiveBasis };
  }
  if (details.decidedOn !== null) return { effectiveOn: lastDayOf(details.decidedOn), effectiveBasis: "day" };
  return { effectiveOn: today, effectiveBasis: "recorded" };
}

async function funderOf(context: Context, fundId: number | null, base: Version): Promise<number | null> {
  if (fundId === null || fundId === base.fund?.id) return base.funder?.id ?? null;
  const fund = await getFund(context, fundId);
  return fund.funder?.id ?? base.funder?.id ?? null;
}

/** Lines as the page shows them; one that says nothing is what is left, which the page works out itself. */
function typedLines(lines: readonly Line[], solePartnershipId: number | undefined): TypedLine[] {
  const typed = lines.map((line) => ({
    partnershipId: line.partnership?.id ?? null,
    financialYear: line.financialYear,
    projectId: line.project?.id ?? null,
    priorityId: line.priority?.id ?? null,
    themeId: line.ownThemeId,
    stream: line.stream,
    amountPence: line.amountPence,
    share: null,
    label: line.label,
    base: line.position,
  }));
  return typed.filter(
    (line, index) => lines[index]?.inside !== null || !saysNothing(line, solePartnershipId ?? null),
  );
}
