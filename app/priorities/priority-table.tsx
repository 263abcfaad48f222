import type { ReactNode } from "react";
import { validityWords } from "#app/partnerships/index.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { PRIORITY_KIND_NAMES, type PriorityKind } from "./priority.rules.ts";

type Row = {
  id: number;
  title: string;
  kind: PriorityKind;
  validFrom: string | null;
  validTo: string | null;
  themes: readonly { name: string }[];
};

type PriorityTableProps = { caption: ReactNode; priorities: readonly Row[]; mayWrite: boolean };

/** The priority areas of one partnership. */
export function PriorityTable({ caption, priorities, mayWrite }: PriorityTableProps) {
  const action = {
    heading: <span className="app-no-print">Action</span>,
    cell: (priority: Row) => (
      <a className="govuk-link app-no-print" href={`/priorities/${priority.id}/edit`}>
        Change<VisuallyHidden> {priority.title}</VisuallyHidden>
      </a>
    ),
  };
  return (
    <Table
      caption={caption}
      rows={priorities}
      rowKey={(priority) => priority.id}
      empty="No priority areas are recorded."
      columns={[
        {
          heading: "Priority area",
          rowHeader: true,
          cell: (priority) => (
            <a className="govuk-link" href={`/priorities/${priority.id}`}>
              {priority.title}
            </a>
          ),
        },
        { heading: "Kind", cell: (priority) => PRIORITY_KIND_NAMES[priority.kind] },
        {
          heading: "Valid",
          cell: (priority) => <Validity from={priority.validFrom} to={priority.validTo} />,
        },
        { heading: "Themes", cell: (priority) => themeNames(priority.themes) ?? <NotRecorded /> },
        ...(mayWrite ? [action] : []),
      ]}
    />
  );
}

/** "From September 2020 until March 2022", "2019 to 2020". */
export function Validity({ from, to }: { from: string | null; to: string | null }) {
  return validityWords(from, to) ?? <NotRecorded />;
}

/** "Burglary; Domestic abuse", or null where there are none. */
export function themeNames(themes: readonly { name: string }[]): string | null {
  return themes.map((theme) => theme.name).join("; ") || null;
}
