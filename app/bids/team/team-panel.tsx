import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { TEAM_WORDS, type TeamMember, type TeamPart } from "./team.ts";

type TeamPanelProps = { bidId: number; team: readonly TeamMember[]; mayChange: boolean };

const PARTS: readonly TeamPart[] = ["owner", "helper", "watcher"];

/** Who looks after a bid, on the bid's own page. */
export function TeamPanel({ bidId, team, mayChange }: TeamPanelProps) {
  const named = (part: TeamPart) =>
    team
      .filter((one) => one.part === part)
      .map(({ name }) => name)
      .join(", ") || "Nobody";
  return (
    <>
      <h2 className="govuk-heading-m">Team</h2>
      <SummaryList rows={PARTS.map((part) => ({ key: TEAM_WORDS[part].many, value: named(part) }))} />
      {mayChange && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`/bids/${bidId}/team`}>
            Change the team
          </a>
        </p>
      )}
    </>
  );
}
