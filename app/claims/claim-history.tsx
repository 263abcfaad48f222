import { Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { type ClaimStatus, isClaimAction } from "./claim.status.ts";
import type { ClaimEvent } from "./claim.ts";
import { CLAIM_ACTION_WORDS } from "./claim-words.ts";

type ClaimHistoryProps = { events: readonly ClaimEvent[]; status: ClaimStatus };

/** What happened to a claim, by the day on which it did, newest first. */
export function ClaimHistory({ events, status }: ClaimHistoryProps) {
  return (
    <Table
      caption="History, newest first"
      rows={events}
      rowKey={({ id }) => id}
      empty={
        status === "draft"
          ? "It has been saved as a draft."
          : "What happened to it was not recorded step by step."
      }
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
