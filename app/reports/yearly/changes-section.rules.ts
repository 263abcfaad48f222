import { formatDate, formatInstant } from "#app/core/calendar-date.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { restOfChangesHref } from "../changes/changes.schema.ts";
import type { Change, Changes } from "../changes/changes.ts";
import {
  causeWords,
  changesProofWords,
  countWords,
  notRecordedChangeWords,
  signedPounds,
  totalWords,
} from "../changes/changes-words.rules.ts";
import type { Block, DocumentSection } from "../document/document.ts";
import { decimalsOf } from "../funding-secured-table.rules.ts";
import type { YearlyReport } from "./yearly.ts";

/** What changed since last year's report, posting by posting with its reason. */
export function changesSection(report: YearlyReport): DocumentSection {
  const { changes } = report;
  const decimals = decimalsOf([...changes.changes.map(({ pence }) => pence), changes.changedPence]);
  const isWhole = changes.next === null;
  return {
    heading: "What changed since last year’s report",
    blocks: [
      ...lastYearsBlocks(report),
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
      ...(isWhole ? [] : restBlocks(changes, report.partnership.id)),
    ],
  };
}

/** Which report is last year's. */
function lastYearsBlocks({ lastYears, year }: YearlyReport): Block[] {
  const name = formatFinancialYear(year - 1);
  if (lastYears === null) {
    const text = `No report of ${name} is published here, or it is withdrawn. This one is compared with the end of that year, as it was known then.`;
    return [{ kind: "text", text }];
  }
  const text = `The report of ${name}, “${lastYears.title}”, was published ${formatInstant(lastYears.publishedAt)}. This one is compared with it.`;
  return [{ kind: "link", text, href: `/published/${lastYears.id}` }];
}

function restBlocks(changes: Changes, partnershipId: number): Block[] {
  const rest = (changes.count - changes.changes.length).toLocaleString("en-GB");
  const text = `The other ${rest} changes stand on the page “What changed between two reports”.`;
  return [{ kind: "link", text, href: restOfChangesHref(changes, partnershipId) }];
}

function whyOf(change: Change): string {
  const { cause } = change;
  const reference = cause?.decisionReference ? `Reference ${cause.decisionReference}` : null;
  return [causeWords(change), cause?.reason, reference].filter((text) => typeof text === "string").join("\n");
}
