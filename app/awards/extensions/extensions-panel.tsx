import { formatDate } from "#app/core/calendar-date.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import type { Extension } from "./extension.ts";

type ExtensionsPanelProps = { awardId: number; extensions: readonly Extension[]; mayRecord: boolean };

/** How delivery of an award was extended, on its own page. */
export function ExtensionsPanel({ awardId, extensions, mayRecord }: ExtensionsPanelProps) {
  if (extensions.length === 0 && !mayRecord) return null;
  return (
    <section aria-labelledby="extensions">
      <h2 className="govuk-heading-m" id="extensions">
        Extensions
      </h2>
      <Table
        caption="Extensions, the latest first"
        captionHidden
        rows={extensions}
        rowKey={({ id }) => id}
        empty="Delivery was never extended."
        columns={[
          { heading: "New end", rowHeader: true, cell: ({ deliveryTo }) => formatDate(deliveryTo) },
          { heading: "End before", cell: ({ deliveryToBefore }) => <DateText date={deliveryToBefore} /> },
          { heading: "Agreed", cell: ({ agreedOn }) => <DateText date={agreedOn} /> },
          { heading: "Reference", cell: ({ decisionReference }) => decisionReference ?? "" },
          { heading: "Why", cell: ({ reason }) => reason },
          { heading: "Recorded by", cell: ({ recordedBy }) => recordedBy ?? "" },
        ]}
      />
      {mayRecord && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`/awards/${awardId}/extend`}>
            Extend the award
          </a>
        </p>
      )}
    </section>
  );
}
