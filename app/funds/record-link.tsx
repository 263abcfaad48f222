import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import type { Named } from "./funds.ts";

/** A link to a funder, a fund or a round; null reads "not recorded". */
export function RecordLink({ to, record }: { to: "funders" | "funds" | "rounds"; record: Named | null }) {
  if (record === null) return <NotRecorded />;
  return (
    <a className="govuk-link" href={`/${to}/${record.id}`}>
      {record.name}
    </a>
  );
}
