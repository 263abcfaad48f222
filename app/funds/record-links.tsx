import type { Named } from "./funds.ts";
import { RecordLink } from "./record-link.tsx";

/** Links to several records, one a line. */
export function RecordLinks({
  to,
  records,
}: {
  to: "funders" | "funds" | "rounds";
  records: readonly Named[];
}) {
  return (
    <ul className="govuk-list">
      {records.map((record) => (
        <li key={record.id}>
          <RecordLink to={to} record={record} />
        </li>
      ))}
    </ul>
  );
}
