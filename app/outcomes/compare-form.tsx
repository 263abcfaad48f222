import { Button } from "#app/ui/govuk/button.tsx";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { Details } from "#app/ui/govuk/details.tsx";
import type { Measure } from "./measure.ts";
import { figuresOf } from "./parts.rules.ts";

/** Ticks measures of one unit and period, to see the change of the whole. */
export function CompareForm({
  partnershipId,
  measures,
}: {
  partnershipId: number;
  measures: readonly Measure[];
}) {
  if (measures.length === 0) return null;
  return (
    <Details summary="Compare measures together">
      <form method="get" action="/outcomes/compare">
        <Checkboxes
          id={`compare-${partnershipId}`}
          name="measureIds[]"
          legend="Which measures?"
          hint="Choose measures of the same unit and the same periods. Leave out what is counted in another one already."
          small
          items={measures.map((measure) => ({
            value: measure.id,
            text: `${measure.name} (${about(measure)})`,
          }))}
        />
        <Button secondary>Compare together</Button>
      </form>
    </Details>
  );
}

function about(measure: Measure): string {
  const { baseline, latest } = figuresOf(measure);
  return `${measure.unit}, ${baseline?.period} and ${latest?.period}`;
}
