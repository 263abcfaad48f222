import { useLoaderData } from "@remix-run/react";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Input } from "#app/ui/govuk/input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import type { Risk } from "../content/content.ts";
import { AddButton, RowFields } from "../content/row-fields.tsx";
import { paddedRows } from "../content/row-intent.ts";
import { asTexts, rowPlaces } from "../content/row-places.ts";
import { MAX_ROWS } from "../content/section.schema.ts";
import { SectionForm } from "../content/section-form.tsx";
import { sectionAction, sectionLoader } from "../content/section-page.server.ts";
import { stateValues } from "../content/sections.ts";
import { useSectionResult } from "../content/use-section-result.ts";
import { RATINGS } from "../content/words.ts";
import { risksSchema } from "./promised.schema.ts";
import { RisksTable } from "./promised-tables.tsx";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Risks: ${data.bid.title}`);
export const loader = sectionLoader("risks");
export const action = sectionAction("risks", risksSchema, "risks");

const EMPTY: Risk = { risk: "", likelihood: null, impact: null, mitigation: null, owner: null };
const ITEMS = Object.entries(RATINGS).map(([value, text]) => ({ value, text }));

export default function Risks() {
  const { bid, content, state, rowsWanted } = useLoaderData<typeof loader>();
  const rows = paddedRows(content.risks, rowsWanted, MAX_ROWS, EMPTY);
  const form = useFormPage({
    schema: risksSchema,
    defaults: { risks: rows.map(asTexts), ...stateValues(state) },
    result: useSectionResult(),
  });
  const places = rowPlaces(form.values, "risks");
  return (
    <SectionForm
      bid={bid}
      section="risks"
      form={form}
      now={form.rowsNow("risks") && <RisksTable risks={content.risks} />}
    >
      <div id="rows">
        {places.map((place) => (
          <RowFields key={place} index={place} name="Risk">
            <Input {...form.field(`risks.${place}.risk`)} label="What may go wrong" />
            <Select
              {...form.field(`risks.${place}.likelihood`)}
              label="How likely"
              empty="Not said"
              items={ITEMS}
            />
            <Select {...form.field(`risks.${place}.impact`)} label="How bad" empty="Not said" items={ITEMS} />
            <Input {...form.field(`risks.${place}.mitigation`)} label="What is done about it" />
            <Input {...form.field(`risks.${place}.owner`)} label="Who looks after it" />
          </RowFields>
        ))}
      </div>
      <AddButton count={places.length} text="Add another risk" />
    </SectionForm>
  );
}
