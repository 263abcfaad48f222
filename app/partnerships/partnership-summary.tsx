import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { validityWords } from "./validity.rules.ts";

type Named = { id: number; name: string };

type PartnershipSummaryProps = {
  partnership: {
    officialCode: string | null;
    policeArea: string | null;
    validFrom: string | null;
    validTo: string | null;
    above: Named | null;
    below: readonly Named[];
    successor: Named | null;
    predecessors: readonly Named[];
    authorities: readonly { code: string; name: string }[];
    fundingPosition: string | null;
    secondPerson: boolean;
  };
};

/** What is recorded of a partnership, name by name. */
export function PartnershipSummary({ partnership }: PartnershipSummaryProps) {
  const { above, below, successor, predecessors, authorities } = partnership;
  return (
    <SummaryList
      rows={[
        partnership.officialCode !== null && { key: "Official code", value: partnership.officialCode },
        { key: "Police area", value: partnership.policeArea ?? <NotRecorded /> },
        { key: "Local authorities", value: <Names of={authorities.map(({ name }) => ({ name }))} /> },
        { key: "County group above it", value: above ? <Names of={[above]} /> : <NotRecorded /> },
        below.length > 0 && { key: "Partnerships below it", value: <Names of={below} /> },
        { key: "Valid", value: validityWords(partnership.validFrom, partnership.validTo) ?? <NotRecorded /> },
        predecessors.length > 0 && { key: "Follows", value: <Names of={predecessors} /> },
        successor !== null && { key: "Followed by", value: <Names of={[successor]} /> },
        partnership.secondPerson && {
          key: "Changes of awards",
          value: "A second person confirms each of them",
        },
        { key: "Funding position", value: partnership.fundingPosition ?? <NotRecorded /> },
      ]}
    />
  );
}

function Names({ of: names }: { of: readonly { id?: number; name: string }[] }) {
  if (names.length === 0) return <NotRecorded />;
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {names.map(({ id, name }) => (
        <li key={name}>
          {id === undefined ? (
            name
          ) : (
            <a className="govuk-link" href={`/partnerships/${id}`}>
              {name}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
