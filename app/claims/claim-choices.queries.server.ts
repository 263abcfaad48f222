import { awardBeganOn, findAgreementFor, type getAward } from "#app/awards/index.server.ts";
import { beforeSigningWords, type Share, sharingPartnerships } from "#app/awards/index.ts";
import { lastDayOf } from "#app/core/calendar-date.ts";
import { daysOfFinancialYear, type FinancialYear, formatFinancialYear } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import { listProjects } from "#app/projects/index.server.ts";
import { isPrepared } from "./claim.status.ts";
import type { Claim, ClaimLine } from "./claim.ts";
import { yearsToClaim } from "./claim-form.rules.ts";
import { type Awarded, claimFlags } from "./claim-limits.rules.ts";
import { yearsOfClaim } from "./claim-period.rules.ts";
import { awardedOn, claimedShares } from "./claims.queries.server.ts";
import { leftByYear } from "./left-by-year.rules.ts";
import { listDues } from "./schedule/schedule.queries.server.ts";

type Award = Pick<Awaited<ReturnType<typeof getAward>>, "id" | "partnerships" | "deliveryTo">;

/**
 * What a claim on an award can name, what of the award may still be claimed, and what of it cannot be checked. Call with an
 * award in scope. @param changed the claim that is being changed, which is left out of what is claimed
 */
export async function choicesForClaim(
  context: Context,
  { id, partnerships, deliveryTo }: Award,
  changed: { claim: Pick<Claim, "id" | "periodFrom">; lines: readonly ClaimLine[] } | null = null,
) {
  const awarded = await awardedOn(context.db.read, id, context.today);
  const projects = await listProjects(context, { partnershipIds: sharingPartnerships(partnerships) });
  const dues = await listDues(context.db.read, id);
  const days = [
    await awardBeganOn(context.db.read, id),
    deliveryTo && lastDayOf(deliveryTo),
    changed?.claim.periodFrom ?? null,
    ...(changed?.lines.map(({ financialYear }) => daysOfFinancialYear(financialYear).from) ?? []),
    ...dues.map(({ periodFrom }) => periodFrom),
  ];
  return {
    awarded,
    flags: claimFlags(awarded, []),
    left: leftOf(awarded, await claimedShares(context.db.read, id, context.today, changed?.claim.id ?? 0)),
    years: yearsToClaim(awarded, days, context.today),
    projects: projects.map(({ id, name }) => ({ id, name })),
  };
}

/** What of an award may still be claimed, by year; null where its amount is not recorded. */
export function leftOf(awarded: Awarded, claimed: readonly Share[]) {
  if (awarded.amountPence === null) return null;
  return { years: leftByYear(awarded.lines, claimed), isApproximate: awarded.basis === "approximate" };
}

/**
 * Of which of these years no agreement is recorded, in words, so that whether it is signed cannot be checked; and whether what
 * was sent was sent before one was signed, as it was recorded later.
 */
export async function agreementFlags(
  context: Context,
  awardId: number,
  claim: Pick<Claim, "periodTo" | "status" | "submittedOn">,
  lines: readonly { financialYear: FinancialYear }[],
): Promise<string[]> {
  const flags: string[] = [];
  for (const year of yearsOfClaim(claim, lines)) {
    const agreement = await findAgreementFor(context, awardId, year);
    const before = beforeSigningWords(agreement, claim.submittedOn, "It was submitted");
    if (before !== null) flags.push(before);
    if (agreement !== null) continue;
    const next = isPrepared(claim)
      ? ". Record it before the claim is sent, or say then what it is claimed under"
      : "";
    flags.push(
      `No agreement is recorded for ${formatFinancialYear(year)}: whether it is signed is not known${next}`,
    );
  }
  return flags;
}
