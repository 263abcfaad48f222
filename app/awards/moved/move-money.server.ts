import { formatDate } from "#app/core/calendar-date.ts";
import { fail, type Result } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { sharingPartnerships, writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { effectiveDayOfDraft } from "../draft.rules.ts";
import type { VersionDetails } from "../draft.schema.ts";
import type { Draft } from "../drafts.queries.server.ts";
import { startNextVersion } from "../start-next-version.server.ts";
import { typedLines } from "../typed-lines.rules.ts";
import { versionInForce } from "../version.ts";
import { listLines, listVersions } from "../versions.queries.server.ts";
import { moveBetween } from "./move-money.rules.ts";
import type { MoveMoney } from "./move-money.schema.ts";

/**
 * Drafts a variation that moves money between the lines in force and leaves the total as it is. It counts once it is
 * checked and sealed, like every next version.
 * @throws NotFoundError, ForbiddenError; StaleError where another version is in force or a draft is there.
 */
export async function moveMoney(
  context: Context,
  awardId: number,
  { version, lines: moves, ...details }: MoveMoney,
): Promise<Result<Draft>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  const versions = await listVersions(context, awardId);
  const current = versionInForce(versions, context.today);
  if (current === null || current.number !== version) throw new StaleError("Another version is in force");
  const { effectiveOn } = effectiveDayOfDraft({ ...details, kind: "variation" }, current, context.today);
  const then = versionInForce(versions, effectiveOn);
  if (then?.id !== current.id) {
    const from = formatDate(current.effectiveOn);
    return fail({
      effectiveOn: `These lines count from ${from}, and on this day others do: choose another day, or record a change`,
    });
  }
  const moved = moveBetween(await listLines(context, current.id), moves);
  if (!moved.ok) return moved;
  const sharing = sharingPartnerships(award.partnerships);
  const sole = sharing.length === 1 ? (sharing[0] ?? null) : null;
  const drafted: VersionDetails = {
    version: null,
    kind: "variation",
    amountPence: null,
    amountNotRecorded: false,
    approximate: false,
    ...details,
    fundId: current.fund?.id ?? null,
    mayIncludeIds: current.mayInclude.flatMap(({ award: other }) => other?.id ?? []),
    outOf: null,
  };
  return startNextVersion(context, awardId, drafted, { lines: typedLines(moved.value, sole) });
}
