import { Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";

/** Money of an award that no line gives to a project yet. Pence; null is not recorded. */
export type OpenForProject = {
  id: number;
  reference: string;
  title: string;
  pence: number | null;
  isApproximate: boolean;
};

type OpenMoneyProps = { awards: readonly OpenForProject[]; what: "project" | "priority area" };

/** Awards whose money is not yet apportioned and may be for a project or a priority area. Nothing where there are none. */
export function OpenMoney({ awards, what }: OpenMoneyProps) {
  if (awards.length === 0) return null;
  return (
    <Table
      caption={`Not yet apportioned: some of it may be for this ${what}`}
      captionSize="s"
      rows={awards}
      rowKey={(award) => award.id}
      columns={[
        {
          heading: "Award",
          rowHeader: true,
          cell: (award) => (
            <a className="govuk-link" href={`/awards/${award.id}`}>
              {award.reference}
            </a>
          ),
        },
        { heading: "Title", cell: (award) => award.title },
        {
          heading: `Without a ${what}`,
          numeric: true,
          cell: (award) => (
            <Money pence={award.pence} basis={award.isApproximate ? "approximate" : "exact"} />
          ),
        },
      ]}
    />
  );
}
