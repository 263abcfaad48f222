import { APPLICANT_NAMES } from "#app/funds/index.ts";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import type { BidContent, BidOrganisation } from "../content/content.ts";

type TextSection = "organisations" | "area" | "need" | "exit_plan" | "people";

/** The sections of a bid that are texts and lists. What was skipped within one is "Not provided". */
export function PlanTexts({ content, section }: { content: BidContent; section: TextSection }) {
  const { organisations } = content.organisations;
  const { applicantKind } = content.people;
  const part = (which: BidOrganisation["part"]) =>
    organisations
      .filter((organisation) => organisation.part === which)
      .map(({ name, contribution }) => (contribution === null ? name : `${name}: ${contribution}`));
  const rows: Record<TextSection, [string, string | null | readonly string[]][]> = {
    organisations: [
      ["Member organisations", part("member")],
      ["Delivery partners", part("delivery")],
    ],
    area: [
      ["Wards", content.area.wards],
      ["Area", content.area.area],
    ],
    need: [
      ["Need", content.need.need],
      ["Evidence", content.need.evidence],
    ],
    exit_plan: [["When the money ends", content.exit_plan.exitPlan]],
    people: [
      ["Applies to the funder", applicantKind === null ? null : APPLICANT_NAMES[applicantKind]],
      ["Senior responsible officer", content.people.sponsor],
      ["Manages the delivery", content.people.deliveryLead],
      ["Answers for the finances", content.people.financeLead],
    ],
  };
  return (
    <SummaryList
      rows={rows[section].map(([key, answer]) => ({ key, value: <Answer lines={linesOf(answer)} /> }))}
    />
  );
}

function linesOf(answer: string | null | readonly string[]): readonly string[] {
  if (answer === null) return [];
  return typeof answer === "string" ? answer.split("\n") : answer;
}

function Answer({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return <>Not provided</>;
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text have no other name and never move
    <p className="govuk-body govuk-!-margin-bottom-1" key={index}>
      {line}
    </p>
  ));
}
