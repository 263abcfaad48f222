import { formatPounds } from "#app/core/money.ts";
import { OF_VOID_AWARDS, type OfVoidAwards, type VoidMoney } from "./void-money.ts";

/**
 * "Of void awards, in none of these figures: claimed £25, received £20. What came of them goes back to their funders: …";
 * null where there is none. A void award gives nothing, but what came of it is no less real.
 * @param wanted the figures of the report that would hold it
 */
export function voidMoneyWords(money: VoidMoney | null, wanted: readonly string[]): string | null {
  if (money === null) return null;
  const named = OF_VOID_AWARDS.filter((name) => wanted.includes(name) && money[name] !== 0);
  if (named.length === 0) return null;
  const figures = named.map((name) => `${NAMES[name]} ${formatPounds(money[name])}`);
  return `Of void awards, in none of these figures: ${figures.join(", ")}.${backWords(money)}`;
}

const NAMES: Record<OfVoidAwards, string> = { claimed: "claimed", received: "received", spent: "spent" };

function backWords({ received, repaid }: VoidMoney): string {
  if (received <= 0) return "";
  if (repaid === 0) return ` What came of them, ${formatPounds(received)}, is to be repaid.`;
  if (repaid >= received) return ` What came of them was repaid: ${formatPounds(repaid)}.`;
  const left = formatPounds(received - repaid);
  return ` Of the ${formatPounds(received)} that came of them ${formatPounds(repaid)} was repaid, and ${left} is to be repaid.`;
}
