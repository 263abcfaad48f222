import type { Reader, Writer } from "#db/open.server.ts";
import { findVersionInForce } from "../ledger/in-force.server.ts";
import type { LineInput } from "../version.rules.ts";
import { brokenTerms } from "./broken-terms.rules.ts";

/** What the lines of a next version do that the terms of its award do not allow. Call with an award in scope. */
export async function brokenTermsOf(
  reader: Reader | Writer,
  awardId: number,
  draft: { effectiveOn: string },
  lines: readonly LineInput[],
): Promise<string[]> {
  const terms = await reader
    .selectFrom("award_terms")
    .select(["no_transfer", "capital_only"])
    .where("award_id", "=", awardId)
    .executeTakeFirst();
  const version = await findVersionInForce(reader, awardId, draft.effectiveOn);
  if (!terms || !version) return [];
  const before = await reader
    .selectFrom("allocation_line")
    .select(["financial_year as financialYear", "stream", "amount_pence as amountPence"])
    .where("version_id", "=", version.id)
    .execute();
  const special = { noTransfer: terms.no_transfer === 1, capitalOnly: terms.capital_only === 1 };
  return brokenTerms(special, before, lines);
}

/** Why a version against the terms is not taken unless the funder agreed. Null where it keeps to them. */
export async function refusalByTerms(
  reader: Reader | Writer,
  awardId: number,
  draft: { effectiveOn: string },
  lines: readonly LineInput[],
): Promise<{ termsAgreement: string } | null> {
  const broken = await brokenTermsOf(reader, awardId, draft, lines);
  if (broken.length === 0) return null;
  return { termsAgreement: `${broken.join(" ")} Enter what the funder agreed, who agreed it and when` };
}
