import type { Reader, Writer } from "#db/open.server.ts";
import type { Draft } from "../drafts.queries.server.ts";
import { approvedCarryOvers } from "../moved/approved-carry-overs.queries.server.ts";
import {
  agreedCarryOvers,
  carriedSoFar,
  unapprovedCarryOvers,
  type YearsAndPence,
} from "../moved/carry-over.rules.ts";
import type { LineInput } from "../version.rules.ts";
import { brokenTerms } from "./broken-terms.rules.ts";

type Drafted = Pick<Draft, "kind" | "effectiveOn">;

/**
 * What the lines of a next version do that needs the funder's agreement: they break the special terms of the award, or a
 * variation carries money over that was not approved. Call with an award in scope.
 */
export async function brokenTermsOf(
  reader: Reader | Writer,
  awardId: number,
  draft: Drafted,
  lines: readonly LineInput[],
): Promise<string[]> {
  const facts = await factsOf(reader, awardId, draft);
  if (facts === null) return [];
  const { special, before, approved, used } = facts;
  return [
    ...brokenTerms(special, before, lines),
    ...(draft.kind === "variation"
      ? unapprovedCarryOvers(before, lines, approved, draft.effectiveOn, used)
      : []),
  ];
}

/**
 * What such a version carries over into later years that was not approved before: where it is sealed with what the funder
 * agreed, that is approved with it. Call with an award in scope.
 */
export async function agreedCarryOversOf(
  reader: Reader | Writer,
  awardId: number,
  draft: Drafted,
  lines: readonly LineInput[],
): Promise<YearsAndPence[]> {
  const facts = draft.kind === "variation" ? await factsOf(reader, awardId, draft) : null;
  if (facts === null) return [];
  const { special, before, ...more } = facts;
  const ofAnyYear = special?.noTransfer ?? false;
  return agreedCarryOvers(before, lines, { ...more, day: draft.effectiveOn, ofAnyYear });
}

/** The special terms, the lines before the day of a draft, and what was approved and carried over; null before the first version. */
async function factsOf(reader: Reader | Writer, awardId: number, { effectiveOn }: Drafted) {
  const terms = await reader
    .selectFrom("award_terms")
    .select(["no_transfer", "capital_only"])
    .where("award_id", "=", awardId)
    .executeTakeFirst();
  const versions = await linesByVersion(reader, awardId);
  const before = versions.filter((version) => version.effectiveOn <= effectiveOn).at(-1)?.lines;
  if (!before) return null;
  const special = terms && { noTransfer: terms.no_transfer === 1, capitalOnly: terms.capital_only === 1 };
  const approved = await approvedCarryOvers(reader, awardId);
  return { special: special ?? null, before, approved, used: carriedSoFar(versions) };
}

/** The lines of each sealed version, in the order of the days from which they count. */
async function linesByVersion(reader: Reader | Writer, awardId: number) {
  const versions = await reader
    .selectFrom("award_version")
    .select(["id", "effective_on as effectiveOn"])
    .where("award_id", "=", awardId)
    .where("sealed_at", "is not", null)
    .orderBy("effective_on")
    .orderBy("seq")
    .execute();
  const lines = await reader
    .selectFrom("allocation_line")
    .select(["version_id", "financial_year as financialYear", "stream", "amount_pence as amountPence"])
    .where("award_id", "=", awardId)
    .execute();
  return versions.map(({ id, effectiveOn }) => ({
    effectiveOn,
    lines: lines.filter(({ version_id }) => version_id === id),
  }));
}

/** Why a version against the terms is not taken unless the funder agreed. Null where it keeps to them. */
export async function refusalByTerms(
  reader: Reader | Writer,
  awardId: number,
  draft: Drafted,
  lines: readonly LineInput[],
): Promise<{ termsAgreement: string } | null> {
  const broken = await brokenTermsOf(reader, awardId, draft, lines);
  if (broken.length === 0) return null;
  return { termsAgreement: `${broken.join(" ")} Enter what the funder agreed, who agreed it and when` };
}
