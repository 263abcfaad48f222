import { useLoaderData } from "@remix-run/react";
import { validityForField } from "#app/partnerships/index.ts";
import { dateParts } from "#app/ui/forms/form-values.ts";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import type { PromisedOutcome } from "../content/content.ts";
import { AddButton, RowFields } from "../content/row-fields.tsx";
import { paddedRows } from "../content/row-intent.ts";
import { asTexts, rowPlaces } from "../content/row-places.ts";
import { MAX_ROWS } from "../content/section.schema.ts";
import { SectionForm } from "../content/section-form.tsx";
import { sectionAction, sectionLoader } from "../content/section-page.server.ts";
import { stateValues } from "../content/sections.ts";
import { useSectionResult } from "../content/use-section-result.ts";
import { outcomesSchema } from "./promised.schema.ts";
import { OutcomesTable } from "./promised-tables.tsx";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Outcomes promised: ${data.bid.title}`);
export const loader = sectionLoader("outcomes");
export const action = sectionAction("outcomes", outcomesSchema, "outcomes");

const EMPTY: PromisedOutcome = {
  measure: "",
  unit: null,
  baselineValue: null,
  targetValue: null,
  targetOn: null,
};

export default function PromisedOutcomes() {
  const { bid, content, state, rowsWanted } = useLoaderData<typeof loader>();
  const rows = paddedRows(content.outcomes, rowsWanted, MAX_ROWS, EMPTY);
  const form = useFormPage({
    schema: outcomesSchema,
    defaults: { outcomes: rows.map(asRow), ...stateValues(state) },
    result: useSectionResult(),
  });
  const places = rowPlaces(form.values, "outcomes");
  return (
    <SectionForm
      bid={bid}
      section="outcomes"
      form={form}
      now={form.rowsNow("outcomes") && <OutcomesTable outcomes={content.outcomes} />}
    >
      <div id="rows">
        {places.map((place) => (
          <RowFields key={place} index={place} name="Outcome">
            <Input {...form.field(`outcomes.${place}.measure`)} label="What is measured" />
            <Input {...form.field(`outcomes.${place}.unit`)} label="Unit, such as incidents a year" />
            <Input {...form.field(`outcomes.${place}.baselineValue`)} label="Baseline" inputMode="decimal" />
            <Input {...form.field(`outcomes.${place}.targetValue`)} label="Target" inputMode="decimal" />
            <DateInput
              {...form.date(`outcomes.${place}.targetOn`)}
              legend="By when"
              hint="The day may be left empty"
            />
          </RowFields>
        ))}
      </div>
      <AddButton count={places.length} text="Add another outcome" />
    </SectionForm>
  );
}

function asRow({ targetOn, ...others }: PromisedOutcome) {
  return { ...asTexts(others), targetOn: dateParts(validityForField(targetOn, "to")) };
}
