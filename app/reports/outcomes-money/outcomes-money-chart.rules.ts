import { formatPounds, sumPence } from "#app/core/money.ts";
import { decimalsOfCells } from "../crossed/crossed-words.rules.ts";
import type { ChartPoint, DocumentChart } from "../document/document.ts";
import type { OutcomesMoney, PaidProject } from "./outcomes-money.ts";

/** Bars that the picture has at most, "Other" among them. */
const MOST_BARS = 12;

/** What can be followed to a change that was measured. */
export function followed(paid: readonly PaidProject[]): PaidProject[] {
  return paid.filter(({ gap }) => gap === null);
}

/** The money of each priority area, with how much of it can be followed to a change; null where there is none. */
export function prioritiesChart({
  paid,
  money,
}: Pick<OutcomesMoney, "paid" | "money">): DocumentChart | null {
  const decimals = decimalsOfCells(money);
  const pence = (those: readonly PaidProject[]) => sumPence(those.map((each) => each.pence ?? 0));
  const bar = (label: string, those: readonly PaidProject[]) => {
    const of = `${formatPounds(pence(those), decimals)}, of which ${formatPounds(pence(followed(those)), decimals)} can be followed`;
    return { label, value: pence(those), text: of };
  };
  const names = [...new Set(paid.map(({ priority }) => priority))];
  const own = (name: string) => paid.filter(({ priority }) => priority === name);
  const withMoney = names.filter((name) => pence(own(name)) !== 0);
  const bars = withMoney.map((name) => bar(name, own(name))).sort((a, b) => b.value - a.value);
  const [most] = bars;
  if (most === undefined) return null;
  const single = bars.length <= MOST_BARS ? bars : bars.slice(0, MOST_BARS - 1);
  const rest = bars.slice(single.length).map(({ label }) => label);
  const points: ChartPoint[] = [...single];
  if (rest.length > 0)
    points.push(
      bar(
        `Other (${rest.length})`,
        paid.filter(({ priority }) => rest.includes(priority)),
      ),
    );
  const finding = `The most money is for ${most.label}: ${most.text} to a change that was measured`;
  return { kind: "bars", finding, points };
}
