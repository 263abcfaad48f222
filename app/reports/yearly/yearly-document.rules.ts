import { formatDate } from "#app/core/calendar-date.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import type { DocumentSection, ReportDocument } from "../document/document.ts";
import { momentWords } from "../funding-secured-words.rules.ts";
import { bidsSection } from "./bids-section.rules.ts";
import { changesSection } from "./changes-section.rules.ts";
import { moneySection } from "./money-section.rules.ts";
import { outcomesSection } from "./outcomes-section.rules.ts";
import { partnershipSections } from "./partnership-sections.rules.ts";
import { projectsSection } from "./projects-section.rules.ts";
import type { YearlyReport } from "./yearly.ts";

/** "Yearly report 2024 to 2025". */
export function yearlyTitle({ year }: Pick<YearlyReport, "year">): string {
  return `Yearly report ${formatFinancialYear(year)}`;
}

/** The report as it is read: page, file and what is published are drawn from it. */
export function yearlyDocument(report: YearlyReport): ReportDocument {
  const lead = [
    momentWords(report),
    "Money, measures, what became of bids and decisions not to bid stand as at that day and as they were known then.",
    standsWords(report),
  ];
  if (report.partnership.isInvented) {
    lead.push("This partnership is invented to show the service. Nothing in it is real.");
  }
  return {
    title: yearlyTitle(report),
    of: report.partnership.name,
    lead,
    sections: [
      ...partnershipSections(report),
      moneySection(report),
      bidsSection(report),
      projectsSection(report),
      outcomesSection(report),
      changesSection(report),
      sourcesSection(report),
    ],
  };
}

/** As of which day all else stands: what has a history as it was then, the rest as it is. */
function standsWords({ asAt, knownAt, today }: YearlyReport): string {
  if (asAt >= today && knownAt >= today) {
    return `Everything else, like names, dates, projects and priority areas, stands as it was recorded on ${formatDate(today)}.`;
  }
  const said = formatDate(asAt < knownAt ? asAt : knownAt);
  return `Priority areas and projects are called, and projects stand, as the register had it on ${said}, or as they were first recorded, where that was later; their dates are those known on ${formatDate(knownAt)}. Everything else, like the themes of priority areas, names of partnerships and funders, and names in the list of changes, stands as it was recorded on ${formatDate(today)}.`;
}

function sourcesSection({ sources }: YearlyReport): DocumentSection {
  const own =
    "The register of this service: every amount is the sum of its ledger up to the day given above.";
  return {
    heading: "Sources",
    blocks: [
      {
        kind: "list",
        items: [
          own,
          ...sources.map(({ title, body, date }) =>
            [title, body, date && formatDate(date)].filter((part) => part !== null && part !== "").join(", "),
          ),
        ],
      },
    ],
  };
}
