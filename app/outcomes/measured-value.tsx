import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { formatValue } from "./exact-number.rules.ts";

type Shown = { value: number | null; period: string | null };

/** A value over the period that it covers: "167" over "12 months to June 2020". */
export function MeasuredValue({ measured }: { measured: Shown | null }) {
  if (measured === null) return <NotRecorded />;
  return (
    <>
      {measured.value === null ? <NotRecorded /> : formatValue(measured.value)}
      {measured.period !== null && (
        <>
          <br />
          <span className="govuk-hint app-table__period">{measured.period}</span>
        </>
      )}
    </>
  );
}
