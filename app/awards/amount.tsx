import { Money } from "#app/ui/layout/money.tsx";
import type { AmountBasis } from "./award.ts";

type AmountProps = { pence: number | null; basis: AmountBasis; decimals?: "when-needed" | "always" };

/** The amount of an award or of a line of it, with how sure it is. */
export function Amount({ pence, basis, decimals }: AmountProps) {
  return (
    <Money pence={pence} basis={basis === "approximate" ? "approximate" : "exact"} decimals={decimals} />
  );
}

/** "always" where one of the amounts of a table has pence, so that they stand under each other. */
export function decimalsFor(amounts: readonly (number | null)[]): "when-needed" | "always" {
  return amounts.some((pence) => (pence ?? 0) % 100 !== 0) ? "always" : "when-needed";
}
