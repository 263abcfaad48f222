import { useLoaderData } from "@remix-run/react";
import { poundsForField } from "#app/core/money.ts";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { useTypedValues } from "#app/ui/forms/use-typed-values.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import type { YearCost } from "../content/content.ts";
import { AddButton } from "../content/row-fields.tsx";
import { paddedRows } from "../content/row-intent.ts";
import { rowPlaces } from "../content/row-places.ts";
import { MAX_ROWS } from "../content/section.schema.ts";
import { SectionForm } from "../content/section-form.tsx";
import { sectionAction, sectionLoader } from "../content/section-page.server.ts";
import { stateValues } from "../content/sections.ts";
import { useSectionResult } from "../content/use-section-result.ts";
import { costsAgainstRequest, nextYear, offeredYears, typedSums } from "./costs.rules.ts";
import { costsSchema } from "./costs.schema.ts";
import { CostsGrid } from "./costs-grid.tsx";
import { CostsTable } from "./costs-table.tsx";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Costs: ${data.bid.title}`);
export const loader = sectionLoader("costs");
export const action = sectionAction("costs", costsSchema, "costs");

export default function Costs() {
  const { bid, content, state, rowsWanted, today } = useLoaderData<typeof loader>();
  const empty = {
    financialYear: nextYear(content.costs, today),
    revenuePence: null,
    capitalPence: null,
  };
  const form = useFormPage({
    schema: costsSchema,
    defaults: {
      costs: paddedRows(content.costs, rowsWanted, MAX_ROWS, empty).map(asRow),
      ...stateValues(state),
    },
    result: useSectionResult(),
  });
  const [typed, typedInto] = useTypedValues(form.values);
  const sums = typedSums(typed);
  const places = rowPlaces(form.values, "costs");
  const intro = (
    <p className="govuk-body">
      Amount requested: <Money pence={bid.requestedPence} />. Match funding is not among the costs here.
    </p>
  );
  return (
    <SectionForm
      bid={bid}
      section="costs"
      form={form}
      typedInto={typedInto}
      now={form.rowsNow("costs") && <CostsTable costs={content.costs} requestedPence={bid.requestedPence} />}
      intro={intro}
    >
      <CostsGrid form={form} places={places} years={offeredYears(content.costs, today)} sums={sums} />
      <p className="govuk-body" aria-live="polite">
        {costsAgainstRequest(sums.totalPence, bid.requestedPence) ?? "There are no costs yet."}
        {sums.unreadable > 0 && ` ${unreadableWords(sums.unreadable)}`}
      </p>
      <ButtonGroup>
        <AddButton count={places.length} text="Add another year" />
        <Button secondary name="intent" value="stay" formNoValidate>
          Add up
        </Button>
      </ButtonGroup>
    </SectionForm>
  );
}

function unreadableWords(count: number): string {
  return count === 1 ? "1 amount cannot be read yet." : `${count} amounts cannot be read yet.`;
}

function asRow({ financialYear, revenuePence, capitalPence }: YearCost) {
  return {
    financialYear: String(financialYear),
    revenuePence: poundsForField(revenuePence),
    capitalPence: poundsForField(capitalPence),
  };
}
