import { formatDate } from "#app/core/calendar-date.ts";
import type { Result } from "#app/core/result.ts";
import { fail } from "#app/core/result.ts";
import type { Context } from "#app/platform/context.server.ts";
import { sharingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { type Draft, findDraft } from "../drafts.queries.server.ts";
import { startNextVersion } from "../start-next-version.server.ts";
import { typedLines } from "../typed-lines.rules.ts";
import { versionInForce } from "../version.ts";
import { listLines, listVersions } from "../versions.queries.server.ts";
import { carriedLines, type YearsAndPence } from "./carry-over.rules.ts";

type Approval = YearsAndPence & { decidedOn: string; decisionReference: string; reason: string };

/**
 * Drafts a variation, from today on, that carries money of one year into another as the funder approved. It counts once it
 * is checked and sealed. @throws NotFoundError, ForbiddenError.
 */
export async function draftCarryOver(
  context: Context,
  awardId: number,
  { decidedOn, decisionReference, reason, ...carry }: Approval,
): Promise<Result<Draft>> {
  const award = await getAward(context, awardId);
  if (await findDraft(context, awardId)) {
    return fail({ form: "There is a draft of the next version: seal or discard it first" });
  }
  const current = versionInForce(await listVersions(context, awardId), context.today);
  if (current === null) return fail({ form: "No version of this award is in force" });
  const carried = carriedLines(await listLines(context, current.id), carry);
  if (!carried.ok) return carried;
  const sharing = sharingPartnerships(award.partnerships);
  const sole = sharing.length === 1 ? (sharing[0] ?? null) : null;
  const details = {
    version: null,
    kind: "variation" as const,
    amountPence: null,
    amountNotRecorded: false,
    approximate: false,
    effectiveOn: context.today,
    decidedOn,
    reason,
    decisionReference,
    fundId: current.fund?.id ?? null,
    mayIncludeIds: current.mayInclude.flatMap(({ award: other }) => other?.id ?? []),
    outOf: null,
  };
  return startNextVersion(context, awardId, details, {
    lines: typedLines(carried.value, sole),
    termsAgreement: `Carry-over approved by the funder on ${formatDate(decidedOn)}, reference ${decisionReference}`,
  });
}
