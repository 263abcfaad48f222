import { formatDate } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { AmountOrVoid } from "./amount-today.tsx";
import { VERSION_KINDS } from "./award.ts";
import type { Draft } from "./drafts.queries.server.ts";
import { explainEffectiveDay } from "./effective-day.rules.ts";
import { Paragraphs } from "./record-links.tsx";
import type { Version } from "./version.ts";

type DraftSummaryProps = {
  awardId: number;
  draft: Draft;
  base: Version | null;
  fundName: string | null;
  mayInclude: readonly string[];
};

/** What the draft says besides its lines, beside what it takes the place of, with the way to change it. */
export function DraftSummary({ awardId, draft, base, fundName, mayInclude }: DraftSummaryProps) {
  const change = (field: string, hiddenText: string) => [
    { href: `/awards/${awardId}/next-version#${field}`, text: "Change", hiddenText },
  ];
  const fundBefore = base?.fund?.name ?? null;
  return (
    <SummaryList
      rows={[
        { key: "Kind", value: VERSION_KINDS[draft.kind].name, actions: change("kind", "kind") },
        {
          key: "Amount",
          value: <AmountChange draft={draft} base={base} />,
          actions: change("amountPence", "amount"),
        },
        {
          key: "Counts from",
          value: effectiveWords(draft, base),
          actions: change("effectiveOn-day", "day from which it counts"),
        },
        {
          key: "Decided",
          value: <DateText date={draft.decidedOn} />,
          actions: change("decidedOn-day", "date of the decision"),
        },
        {
          key: "Decision reference",
          value: draft.decisionReference ?? <NotRecorded />,
          actions: change("decisionReference", "decision reference"),
        },
        { key: "Reason", value: <Paragraphs text={draft.reason} />, actions: change("reason", "reason") },
        {
          key: "Fund",
          value: (
            <>
              {fundName ?? <NotRecorded />}
              {fundName !== fundBefore && ` (before: ${fundBefore ?? "not recorded"})`}
            </>
          ),
          actions: change("fundId", "fund"),
        },
        mayInclude.length > 0 && {
          key: "May include money of",
          value: mayInclude.join(", "),
          actions: change("mayIncludeIds", "awards that it may include"),
        },
      ]}
    />
  );
}

/** "£50,000 − £10,000 = £40,000". */
function AmountChange({ draft, base }: Pick<DraftSummaryProps, "draft" | "base">) {
  const now = <AmountOrVoid version={draft} />;
  const [before, after] = [base?.amountPence ?? null, draft.amountPence];
  if (before === null || after === null) return now;
  if (before === after) return <>{now} (as before)</>;
  const sign = after > before ? "+" : "−";
  return (
    <>
      {now} ({formatPounds(before)} {sign} {formatPounds(Math.abs(after - before))} = {formatPounds(after)})
    </>
  );
}

/** "1 April 2026. It takes the place of version 2, which counts from the same day." */
function effectiveWords(draft: Draft, base: Version | null): string {
  const explanation = explainEffectiveDay(draft.effectiveBasis);
  const day = `${formatDate(draft.effectiveOn)}${explanation ? ` (${explanation})` : ""}.`;
  if (base === null) return `${day} The award counts for nothing before that day.`;
  if (base.effectiveOn !== draft.effectiveOn) return `${day} Until then version ${base.number} counts.`;
  return `${day} It takes the place of version ${base.number}, which counts from the same day.`;
}
