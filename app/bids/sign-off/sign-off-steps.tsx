import { formatInstant } from "#app/core/calendar-date.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import type { ShownSignOff } from "./shown-sign-off.ts";

/** The steps of a sign-off: who has signed, and whose turn it is. */
export function SignOffSteps({ steps, caption }: { steps: ShownSignOff["steps"]; caption: string }) {
  return (
    <Table
      caption={caption}
      rows={steps}
      rowKey={({ position }) => position}
      columns={[
        { heading: "Step", rowHeader: true, cell: ({ title }) => title },
        {
          heading: "Signed by",
          cell: (step) => {
            if (step.signedAt === null) return step.isNext ? `Not yet: ${step.waitsFor}` : "Not yet";
            return `${step.signedByName ?? "The operator"}${step.standsIn ? ", standing in" : ""}`;
          },
        },
        { heading: "When", cell: ({ signedAt }) => (signedAt === null ? "" : formatInstant(signedAt)) },
      ]}
    />
  );
}
