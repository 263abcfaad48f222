import { formatPounds } from "#app/core/money.ts";
import { BarChart } from "#app/ui/charts/bar-chart.tsx";
import { addSums, type PipelineSum } from "./expected.rules.ts";
import { monthName } from "./pipeline-words.ts";

type Month = PipelineSum & { key: string | null };

const MOST_MONTHS = 11;

/** What is expected by the month of the decision; nothing where nothing is expected. */
export function MonthsChart({ months }: { months: readonly Month[] }) {
  const withMoney = months.filter((month) => month.expectedPence > 0);
  if (withMoney.length === 0) return null;
  const shown = withMoney.slice(0, MOST_MONTHS).map((month) => barOf(monthName(month.key), month));
  const rest = withMoney.slice(MOST_MONTHS);
  const most = withMoney.reduce((best, month) => (month.expectedPence > best.expectedPence ? month : best));
  const when = most.key === null ? "has no decision date" : `is to be decided in ${monthName(most.key)}`;
  return (
    <BarChart
      finding={`The largest part of what is expected ${when}: ${formatPounds(most.expectedPence)}`}
      bars={rest.length === 0 ? shown : [...shown, barOf("Other", addSums(rest))]}
    />
  );
}

function barOf(label: string, { expectedPence }: PipelineSum) {
  return { label, value: expectedPence, text: formatPounds(expectedPence) };
}
