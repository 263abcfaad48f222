import { formatPounds } from "#app/core/money.ts";
import { NotRecorded } from "./not-recorded.tsx";

export type MoneyProps = {
  /** Whole pence; null reads "not recorded". */
  pence: number | null;
  /** How sure the amount is. */
  basis?: "exact" | "approximate" | "not-recorded" | null;
  /** "always" in a table where any row has pence. */
  decimals?: "when-needed" | "always";
};

/** An amount as people write it. */
export function Money({ pence, basis, decimals }: MoneyProps) {
  if (pence === null) return <NotRecorded />;
  const pounds = <span className="app-figure">{formatPounds(pence, decimals)}</span>;
  // Nothing at all is never only about nothing.
  return basis === "approximate" && pence !== 0 ? <>approximately {pounds}</> : pounds;
}
