import { formatDate } from "#app/core/calendar-date.ts";
import { describeDeadline } from "#app/core/working-days.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import type { Clarification } from "./clarification.ts";

type ClarificationsPanelProps = {
  bidId: number;
  clarifications: readonly Clarification[];
  mayAnswer: boolean;
  today: string;
};

/** What the funder asked about a bid and what was answered, on the bid's own page. */
export function ClarificationsPanel({ bidId, clarifications, mayAnswer, today }: ClarificationsPanelProps) {
  if (clarifications.length === 0) return null;
  return (
    <Table
      caption="Clarifications"
      rows={clarifications}
      rowKey={({ id }) => id}
      columns={[
        { heading: "The funder asked", rowHeader: true, cell: ({ question }) => question },
        { heading: "Asked", cell: ({ askedOn }) => <DateText date={askedOn} /> },
        {
          heading: "Due",
          cell: ({ dueOn, answeredOn }) => {
            if (dueOn === null) return "No date";
            return answeredOn === null ? describeDeadline(dueOn, today) : formatDate(dueOn);
          },
        },
        {
          heading: "Answered",
          cell: (one) => {
            if (one.answeredOn === null)
              return mayAnswer ? <AnswerLink bidId={bidId} one={one} /> : "Not yet";
            const by = one.answeredByName === null ? "" : ` by ${one.answeredByName}`;
            return `${one.answer ?? "Answer not recorded"} (${formatDate(one.answeredOn)}${by})`;
          },
        },
      ]}
    />
  );
}

function AnswerLink({ bidId, one }: { bidId: number; one: Clarification }) {
  return (
    <a className="govuk-link" href={`/bids/${bidId}/clarifications/${one.id}`}>
      Answer: {one.question}
    </a>
  );
}
