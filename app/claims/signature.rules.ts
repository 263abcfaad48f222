import { formatDate, ukDayOf } from "#app/core/calendar-date.ts";

type Signer = { id: number; name: string };

/** More names than these are not listed. */
const NAMED = 5;

/**
 * For whose signature a draft of a claim waits, and why: finance signs it, and never who wrote it.
 * @param signers all who may sign claims on the award
 */
export function signatureWords(
  { writtenById, writtenBy }: { writtenById: number | null; writtenBy: string | null },
  signers: readonly Signer[],
): string {
  const others = signers.filter(({ id }) => id !== writtenById);
  const byFinance = others.length < signers.length;
  const why = byFinance ? `: ${writtenBy} wrote it, and who writes a claim does not sign it` : "";
  if (others.length === 0) {
    const who = byFinance ? "nobody else" : "nobody";
    return `It cannot be signed yet${why}, and ${who} here has the role Finance. An administrator can give it to somebody`;
  }
  const names = others.slice(0, NAMED).map(({ name }) => name);
  const more = others.length > NAMED ? " or somebody else in finance" : "";
  return `It waits for the signature of ${names.join(" or ")}${more}${why}`;
}

/** That a claim is recorded as submitted on a day before it was signed here, in words; empty where it is not. */
export function submittedUnsigned({
  signedAt,
  submittedOn,
}: {
  signedAt: string | null;
  submittedOn: string | null;
}): string[] {
  if (signedAt === null || submittedOn === null || submittedOn >= ukDayOf(signedAt)) return [];
  return [
    `It is recorded as submitted on ${formatDate(submittedOn)}, before it was signed here on ${formatDate(ukDayOf(signedAt))}`,
  ];
}
