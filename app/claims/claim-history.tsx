import { Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { isClaimAction } from "./claim.status.ts";
import type { ClaimEvent } from "./claim.ts";
import { CLAIM_ACTION_WORDS } from "./claim-words.ts";

/** What happened to a claim, newest first. */
export function ClaimHistory({ events }: { events: readonly ClaimEvent[] }) {
  return (
    <Table
      caption="History"
      rows={events}
      rowKey={({ id }) => id}
      empty="It has been saved as a draft."
      columns={[
        { heading: "Date", rowHeader: true, cell: ({ happenedOn }) => <DateText date={happenedOn} /> },
        {
          heading: "What",
          cell: ({ action }) => (isClaimAction(action) ? CLAIM_ACTION_WORDS[action].done : "Draft changed"),
        },
        { heading: "Why", cell: ({ reason }) => reason ?? "" },
        { heading: "Who", cell: ({ person }) => person ?? "" },
      ]}
    />
  );
}
