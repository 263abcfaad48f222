import { Table } from "#app/ui/govuk/table.tsx";
import { Tag } from "#app/ui/govuk/tag.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { PARTNERSHIP_KIND_NAMES, type PartnershipKind } from "./partnership.rules.ts";

type Row = {
  id: number;
  name: string;
  kind: PartnershipKind;
  policeArea: string | null;
  isInvented: boolean;
  isValidNow: boolean;
};

/** Partnerships by name, each with what tells it from its neighbours. */
export function PartnershipTable({
  caption,
  partnerships,
}: {
  caption: string;
  partnerships: readonly Row[];
}) {
  return (
    <Table
      caption={caption}
      rows={partnerships}
      rowKey={(partnership) => partnership.id}
      columns={[
        {
          heading: "Name",
          rowHeader: true,
          cell: (partnership) => (
            <a className="govuk-link" href={`/partnerships/${partnership.id}`}>
              {partnership.name}
            </a>
          ),
        },
        { heading: "Kind", cell: (partnership) => PARTNERSHIP_KIND_NAMES[partnership.kind] },
        { heading: "Police area", cell: (partnership) => partnership.policeArea ?? <NotRecorded /> },
        { heading: "Note", cell: (partnership) => <Note partnership={partnership} /> },
      ]}
    />
  );
}

function Note({ partnership }: { partnership: Row }) {
  if (partnership.isInvented) return <Tag colour="purple">Invented</Tag>;
  return partnership.isValidNow ? null : <Tag colour="grey">Not current</Tag>;
}
