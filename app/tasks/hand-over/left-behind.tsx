import { Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import type { LeftBehind } from "./people-to-choose.queries.server.ts";
import { workWords } from "./work.ts";

/** For managers: whose account has ended though they still own bids or awards or have tasks; nothing where nobody does. */
export function LeftBehindTable({ people }: { people: readonly LeftBehind[] }) {
  if (people.length === 0) return null;
  return (
    <Table
      caption="Left, and still looking after bids, awards or tasks"
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        { heading: "Person", rowHeader: true, cell: ({ name }) => name },
        { heading: "Open", cell: (person) => workWords(person) },
        {
          heading: "Action",
          cell: ({ id, name }) => (
            <a className="govuk-link" href={`/hand-over?from=${id}`}>
              Hand over<VisuallyHidden> the work of {name}</VisuallyHidden>
            </a>
          ),
        },
      ]}
    />
  );
}
