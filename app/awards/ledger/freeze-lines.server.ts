import { themeOfPriority } from "#app/priorities/index.ts";
import type { Writer } from "#db/open.server.ts";
import type { Dimensions, LineInput, VersionInput } from "../version.rules.ts";
import { findVersionInForce } from "./in-force.server.ts";

/** What a line counts under besides its own words, resolved when the version is sealed and never after. */
export type FrozenColumns = {
  counted_theme_id: number | null;
  counted_fund_id: number | null;
  counted_funder_id: number | null;
  counted_approximate: 0 | 1;
  outer_theme_id: number | null;
  outer_approximate: 0 | 1;
};

/**
 * Resolves what a line of a version counts under.
 * Theme: the line's own, else that of its priority where the priority has exactly one.
 * Fund and funder: the version's; of money inside another award those of the outermost one, on both sides.
 */
export async function freezeLine(
  transaction: Writer,
  version: VersionInput,
  line: LineInput,
): Promise<FrozenColumns> {
  const own = countedAsOwn(version, line.themeId ?? (await themeOf(transaction, line.priorityId)));
  if (!line.inside) return own;
  return { ...own, ...(await describeOuter(transaction, line.inside, version.effectiveOn)) };
}

/** What a line that is inside no other award counts under. */
export function countedAsOwn(
  version: Pick<VersionInput, "amountBasis" | "fundId" | "funderId">,
  themeId: number | null,
): FrozenColumns {
  return {
    counted_theme_id: themeId,
    counted_fund_id: version.fundId,
    counted_funder_id: version.funderId,
    counted_approximate: version.amountBasis === "approximate" ? 1 : 0,
    outer_theme_id: null,
    outer_approximate: 0,
  };
}

async function describeOuter(transaction: Writer, inside: Dimensions & { awardId: number }, day: string) {
  const version =
    (await findVersionInForce(transaction, inside.awardId, day)) ??
    (await firstVersion(transaction, inside.awardId));
  if (!version) throw new Error(`Award ${inside.awardId} has no sealed version to take money from`);
  const lines = await transaction
    .selectFrom("allocation_line")
    .selectAll()
    .where("version_id", "=", version.id)
    .orderBy("position")
    .execute();
  const same = lines.filter(
    (line) =>
      line.partnership_id === inside.partnershipId &&
      line.financial_year === inside.financialYear &&
      line.project_id === inside.projectId &&
      line.priority_id === inside.priorityId &&
      line.stream === inside.stream,
  );
  const themes = new Set(same.map((line) => line.counted_theme_id));
  const [onlyTheme] = themes;
  const fundedAs = same[0] ?? lines[0];
  return {
    counted_fund_id: fundedAs ? fundedAs.counted_fund_id : version.fund_id,
    counted_funder_id: fundedAs ? fundedAs.counted_funder_id : version.funder_id,
    outer_theme_id:
      themes.size === 1 && onlyTheme !== undefined
        ? onlyTheme
        : await themeOf(transaction, inside.priorityId),
    outer_approximate: version.amount_basis === "approximate" ? (1 as const) : (0 as const),
  };
}

async function firstVersion(transaction: Writer, awardId: number) {
  return transaction
    .selectFrom("award_version")
    .selectAll()
    .where("award_id", "=", awardId)
    .where("sealed_at", "is not", null)
    .orderBy("effective_on")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
}

async function themeOf(transaction: Writer, priorityId: number | null): Promise<number | null> {
  if (priorityId === null) return null;
  const themes = await transaction
    .selectFrom("priority_theme")
    .select("theme_id")
    .where("priority_id", "=", priorityId)
    .execute();
  return themeOfPriority(themes.map((theme) => theme.theme_id));
}
