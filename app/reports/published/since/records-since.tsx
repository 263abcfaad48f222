import type { RecordChange } from "./record-change.ts";
import { RecordChangesTable } from "./record-changes-table.tsx";

type RecordsSinceProps = {
  changes: readonly RecordChange[];
  /** Of the further changes; null where these are all, or the last of them. */
  nextHref: string | null;
};

/** What has changed since of that which stands in no ledger. */
export function RecordsSince({ changes, nextHref }: RecordsSinceProps) {
  return (
    <>
      <h3 className="govuk-heading-s" id="records">
        Changes of other records
      </h3>
      {changes.length === 0 ? (
        <p className="govuk-body">Nothing else that its figures are made of has changed.</p>
      ) : (
        <>
          <p className="govuk-body">
            Figures of this report are also made of records beside the ledger. These have changed:
          </p>
          <RecordChangesTable changes={changes} />
        </>
      )}
      {nextHref && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={nextHref}>
            The next changes of other records
          </a>
        </p>
      )}
    </>
  );
}
