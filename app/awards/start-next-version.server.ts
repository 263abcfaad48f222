import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { getFund } from "#app/funds/index.server.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { type Award, type NamedAward, sharingPartnerships, writingPartnerships } from "./award.ts";
import { getAward, listOtherAwards } from "./awards.queries.server.ts";
import { refusalOfClosed } from "./closure/closed.queries.server.ts";
import { amountOfDraft, effectiveDayOfDraft } from "./draft.rules.ts";
import type { TypedLine, VersionDetails } from "./draft.schema.ts";
import { contentOf, type Draft, findDraft, saveDraft } from "./drafts.queries.server.ts";
import { awardsPaidOutOf } from "./out-of/out-of.queries.server.ts";
import { linesThatFit, typedLines } from "./typed-lines.rules.ts";
import { type Version, versionInForce } from "./version.ts";
import { listLines, listVersions } from "./versions.queries.server.ts";

/**
 * Begins the next version of an award, or changes what a draft of it is: its kind, date, reason and amount.
 * A new draft starts with the lines of the version in force on its day, or with those given, and with what the funder
 * agreed against the special terms, if anything.
 * @throws NotFoundError, ForbiddenError, StaleError where there is another draft than the one that the page showed.
 */
export async function startNextVersion(
  context: Context,
  awardId: number,
  { version, ...details }: VersionDetails,
  { lines, termsAgreement }: { lines?: TypedLine[]; termsAgreement?: string } = {},
): Promise<Result<Draft>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  const closed = await refusalOfClosed(context.db.read, awardId);
  if (closed !== null) return fail({ form: closed });
  const before = await findDraft(context, awardId);
  if ((before?.version ?? null) !== version) throw new StaleError("The draft has changed");
  const versions = await listVersions(context, awardId);
  const current = versionInForce(versions, context.today) ?? versions.at(-1);
  if (!current) return fail({ form: "This award has no version yet" });
  const day = effectiveDayOfDraft(details, current, context.today);
  const base = versionInForce(versions, day.effectiveOn) ?? current;
  const amount = amountOfDraft(details, base);
  if (!amount.ok) return amount;
  const offered = await listMayIncludeChoices(context, award, versions);
  if (details.mayIncludeIds.some((id) => !offered.some((other) => other.id === id))) {
    return fail({ mayIncludeIds: "Choose from the list" });
  }
  const outOf = await awardsPaidOutOf(context, awardId, details.outOf);
  if (!outOf.ok) return outOf;
  // What the person may not see stays as it is.
  const unseen = base.mayInclude.filter((other) => other.award === null).map((other) => other.awardId);

  const draft: Draft = {
    kind: details.kind,
    ...day,
    statedEffectiveOn: details.effectiveOn,
    decidedOn: details.decidedOn,
    reason: details.reason,
    decisionReference: details.decisionReference,
    ...amount.value,
    fundId: details.fundId,
    funderId: await funderOf(context, details.fundId, base),
    mayIncludeIds: [...details.mayIncludeIds, ...unseen],
    outOfIds: outOf.value,
    termsAgreement: termsAgreement ?? before?.termsAgreement ?? null,
    ...(lines
      ? { lines, baseVersionId: base.id }
      : await linesToStartWith(context, award, before, base, { kind: details.kind, ...amount.value })),
  };
  await context.db.write(async (transaction) => {
    await saveDraft(transaction, context, awardId, draft, version);
    await recordAudit(transaction, context, {
      action: before ? "change draft version" : "start draft version",
      recordType: "award",
      recordId: awardId,
      before: before ? contentOf(before) : undefined,
      after: draft,
    });
  });
  return succeed(draft);
}

/** Awards that may be named as holding money of this one too, those that a version names already included. */
export async function listMayIncludeChoices(
  context: Context,
  award: Award,
  versions: readonly Version[],
): Promise<NamedAward[]> {
  const named = versions.flatMap((version) => version.mayInclude.flatMap((other) => other.award ?? []));
  const all = new Map(
    [...(await listOtherAwards(context, award)), ...named].map((other) => [other.id, other]),
  );
  return [...all.values()].sort((a, b) => a.reference.localeCompare(b.reference, "en-GB"));
}

/**
 * The lines of the version that the draft follows, or what was typed since. A draft whose day is moved under another
 * version starts anew from that one's lines only where nothing was typed yet.
 */
async function linesToStartWith(
  context: Context,
  award: Award,
  before: Draft | null,
  base: Version,
  draft: Pick<Draft, "kind" | "amountPence">,
): Promise<Pick<Draft, "lines" | "baseVersionId">> {
  if (draft.kind === "void") return { lines: [], baseVersionId: base.id };
  const sharing = sharingPartnerships(award.partnerships);
  const sole = sharing.length === 1 ? (sharing[0] ?? null) : null;
  const copied = async (versionId: number) => typedLines(await listLines(context, versionId), sole);
  const untouched =
    before === null ||
    before.kind === "void" ||
    (before.baseVersionId !== base.id &&
      JSON.stringify(before.lines) === JSON.stringify(await copied(before.baseVersionId)));
  const from = untouched
    ? { lines: await copied(base.id), baseVersionId: base.id }
    : { lines: before.lines, baseVersionId: before.baseVersionId };
  return { ...from, lines: linesThatFit(draft.amountPence, from.lines) };
}

async function funderOf(context: Context, fundId: number | null, base: Version): Promise<number | null> {
  if (fundId === null || fundId === base.fund?.id) return base.funder?.id ?? null;
  const fund = await getFund(context, fundId);
  return fund.funder?.id ?? base.funder?.id ?? null;
}
