import { formatDate } from "#app/core/calendar-date.ts";
import type { Change } from "../changes/changes.ts";
import {
  causeWords,
  changesProofWords,
  countWords,
  notRecordedChangeWords,
  signedPounds,
  totalWords,
} from "../changes/changes-words.rules.ts";
import type { DocumentSection } from "../document/document.ts";
import { decimalsOf } from "../funding-secured-table.rules.ts";
import type { YearlyReport } from "./yearly.ts";

/** What changed since the end of the year before, as it was known then, posting by posting with its reason. */
export function changesSection({ changes }: YearlyReport): DocumentSection {
  const decimals = decimalsOf([...changes.changes.map(({ pence }) => pence), changes.changedPence]);
  const isWhole = changes.next === null;
  return {
    heading: "What changed since last year’s report",
    blocks: [
      {
        kind: "list",
        items: [`Last year’s report: ${totalWords(changes.from)}`, `This report: ${totalWords(changes.to)}`],
      },
      { kind: "inset", text: changesProofWords(changes) },
      { kind: "text", text: countWords(changes).replace("This page shows", "This report shows") },
      {
        kind: "table",
        caption: "Changes, in the order in which they were recorded",
        columns: [
          { heading: "Award" },
          { heading: "Change", numeric: true },
          { heading: "Why" },
          { heading: "Counts from" },
        ],
        rows: changes.changes.map((change) => [
          { text: `${change.award.reference}: ${change.award.title}`, href: `/awards/${change.award.id}` },
          notRecordedChangeWords(change) ?? signedPounds(change.pence, decimals),
          whyOf(change),
          formatDate(change.effectiveOn),
        ]),
        ...(isWhole && { footer: [["Total", signedPounds(changes.changedPence, decimals), "", ""]] }),
        empty: "",
      },
    ],
  };
}

function whyOf(change: Change): string {
  const { cause } = change;
  const reference = cause?.decisionReference ? `Reference ${cause.decisionReference}` : null;
  return [causeWords(change), cause?.reason, reference].filter((text) => typeof text === "string").join("\n");
}
