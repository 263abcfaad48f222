import { useLoaderData } from "@remix-run/react";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Input } from "#app/ui/govuk/input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import type { BidOrganisation } from "../content/content.ts";
import { NO_CONTENT } from "../content/no-content.ts";
import { AddButton, RowFields } from "../content/row-fields.tsx";
import { paddedRows } from "../content/row-intent.ts";
import { asTexts, rowPlaces } from "../content/row-places.ts";
import { MAX_ROWS } from "../content/section.schema.ts";
import { SectionForm } from "../content/section-form.tsx";
import { sectionAction, sectionLoader } from "../content/section-page.server.ts";
import { stateValues } from "../content/sections.ts";
import { useSectionResult } from "../content/use-section-result.ts";
import { PARTS } from "../content/words.ts";
import { organisationsSchema } from "./plan.schema.ts";
import { PlanTexts } from "./plan-texts.tsx";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Organisations: ${data.bid.title}`);
export const loader = sectionLoader("organisations");
export const action = sectionAction("organisations", organisationsSchema, "organisations");

const EMPTY: BidOrganisation = { name: "", part: "member", contribution: null };

export default function Organisations() {
  const { bid, content, state, rowsWanted } = useLoaderData<typeof loader>();
  const rows = paddedRows(content.organisations, rowsWanted, MAX_ROWS, EMPTY);
  const form = useFormPage({
    schema: organisationsSchema,
    defaults: { organisations: rows.map(asTexts), ...stateValues(state) },
    result: useSectionResult(),
  });
  const places = rowPlaces(form.values, "organisations");
  const intro = (
    <p className="govuk-body">
      Members of the partnership that take part, and those who deliver the work. The partnerships and the
      accountable body are among the{" "}
      <a className="govuk-link" href={`/bids/${bid.id}/edit#partnerIds`}>
        main details
      </a>
      .
    </p>
  );
  return (
    <SectionForm
      bid={bid}
      section="organisations"
      form={form}
      intro={intro}
      now={
        form.rowsNow("organisations") && (
          <PlanTexts content={{ ...NO_CONTENT, organisations: content }} section="organisations" />
        )
      }
    >
      <div id="rows">
        {places.map((place) => (
          <RowFields key={place} index={place} name="Organisation">
            <Input {...form.field(`organisations.${place}.name`)} label="Name" />
            <Select
              {...form.field(`organisations.${place}.part`)}
              label="Part"
              items={Object.entries(PARTS).map(([value, text]) => ({ value, text }))}
            />
            <Input {...form.field(`organisations.${place}.contribution`)} label="What it does (optional)" />
          </RowFields>
        ))}
      </div>
      <AddButton count={places.length} text="Add another organisation" />
    </SectionForm>
  );
}
