import type { ReactNode } from "react";
import type { StatedFigures } from "#app/attachments/index.ts";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { CostsTable } from "../costs/costs-table.tsx";
import { MatchTable } from "../match/match-table.tsx";
import { PlanTexts } from "../plan/plan-texts.tsx";
import { OutcomesTable, RisksTable } from "../promised/promised-tables.tsx";
import { isProvided } from "./answers.rules.ts";
import type { BidContent, SectionName } from "./content.ts";
import { SECTION_NAMES, SECTIONS, sectionHref } from "./sections.ts";

type ContentSummaryProps = {
  bidId: number;
  content: BidContent;
  /** Pence; null where it is not yet known. */
  requestedPence: number | null;
  /** On the check page every section stands, with a link to change it; elsewhere what was skipped is left out. */
  check?: boolean;
  /** Which attachments state its figures. */
  stated?: StatedFigures;
};

/** What a bid says in its sections. */
export function ContentSummary({ bidId, content, requestedPence, check, stated }: ContentSummaryProps) {
  const shown = SECTION_NAMES.filter((name) => check || isProvided(content, name));
  return shown.map((name) => (
    <section key={name} aria-labelledby={`section-${name}`}>
      <h2 className="govuk-heading-m" id={`section-${name}`}>
        {SECTIONS[name].title}
      </h2>
      {isProvided(content, name) ? (
        answersOf(name, content, requestedPence, stated)
      ) : (
        <p className="govuk-body">Not provided</p>
      )}
      {check && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={sectionHref(bidId, name)}>
            Change<VisuallyHidden> {SECTIONS[name].title.toLowerCase()}</VisuallyHidden>
          </a>
        </p>
      )}
    </section>
  ));
}

function answersOf(
  name: SectionName,
  content: BidContent,
  requestedPence: number | null,
  stated: StatedFigures | undefined,
): ReactNode {
  switch (name) {
    case "costs":
      return <CostsTable costs={content.costs.costs} requestedPence={requestedPence} stated={stated} />;
    case "match":
      return <MatchTable match={content.match.match} stated={stated} />;
    case "outcomes":
      return <OutcomesTable outcomes={content.outcomes.outcomes} stated={stated} />;
    case "risks":
      return <RisksTable risks={content.risks.risks} />;
    default:
      return <PlanTexts content={content} section={name} />;
  }
}
