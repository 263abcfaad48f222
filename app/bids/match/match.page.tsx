import { useLoaderData } from "@remix-run/react";
import { poundsForField } from "#app/core/money.ts";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Input } from "#app/ui/govuk/input.tsx";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import type { MatchItem } from "../content/content.ts";
import { AddButton, RowFields } from "../content/row-fields.tsx";
import { paddedRows } from "../content/row-intent.ts";
import { asTexts, rowPlaces } from "../content/row-places.ts";
import { MAX_ROWS } from "../content/section.schema.ts";
import { SectionForm } from "../content/section-form.tsx";
import { sectionAction, sectionLoader } from "../content/section-page.server.ts";
import { stateValues } from "../content/sections.ts";
import { useSectionResult } from "../content/use-section-result.ts";
import { MATCH_FORMS, MATCH_STANDINGS } from "../content/words.ts";
import { matchSums, matchWords } from "./match.rules.ts";
import { matchSchema } from "./match.schema.ts";
import { MatchTable } from "./match-table.tsx";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Match funding: ${data.bid.title}`);
export const loader = sectionLoader("match");
export const action = sectionAction("match", matchSchema, "match");

const EMPTY: MatchItem = { source: "", description: null, form: null, standing: null, amountPence: null };

export default function Match() {
  const { bid, content, state, rowsWanted } = useLoaderData<typeof loader>();
  const rows = paddedRows(content.match, rowsWanted, MAX_ROWS, EMPTY);
  const form = useFormPage({
    schema: matchSchema,
    defaults: { match: rows.map(asRow), ...stateValues(state) },
    result: useSectionResult(),
  });
  const places = rowPlaces(form.values, "match");
  const intro = (
    <p className="govuk-body">
      What others put beside the grant. It is never part of the amount requested.{" "}
      {content.match.length > 0 && `Saved so far: ${matchWords(matchSums(content.match))}`}
    </p>
  );
  return (
    <SectionForm
      bid={bid}
      section="match"
      form={form}
      intro={intro}
      now={form.rowsNow("match") && <MatchTable match={content.match} />}
    >
      <div id="rows">
        {places.map((place) => (
          <RowFields key={place} index={place} name="Source">
            <Input {...form.field(`match.${place}.source`)} label="Who gives it" />
            <Input {...form.field(`match.${place}.description`)} label="What it is (optional)" />
            <Select
              {...form.field(`match.${place}.form`)}
              label="Cash or in kind"
              empty="Not said"
              items={asItems(MATCH_FORMS)}
            />
            <Select
              {...form.field(`match.${place}.standing`)}
              label="Pledged or confirmed"
              empty="Not said"
              items={asItems(MATCH_STANDINGS)}
            />
            <MoneyInput {...form.field(`match.${place}.amountPence`)} label="Worth, in pounds" />
          </RowFields>
        ))}
      </div>
      <AddButton count={places.length} text="Add another source" />
    </SectionForm>
  );
}

function asRow({ amountPence, ...others }: MatchItem) {
  return { ...asTexts(others), amountPence: poundsForField(amountPence) };
}

function asItems(words: Record<string, string>) {
  return Object.entries(words).map(([value, text]) => ({ value, text }));
}
