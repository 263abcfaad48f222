import { useLoaderData } from "@remix-run/react";
import { NotFoundError } from "#app/platform/errors.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { ComputedChange } from "./computed-change.tsx";
import { formatValue } from "./exact-number.rules.ts";
import { compareSchema } from "./measure.schema.ts";
import { computedWords } from "./measure-words.rules.ts";
import { MeasuredValue } from "./measured-value.tsx";
import { listMeasures } from "./outcomes.queries.server.ts";
import { combineChosen, figuresOf } from "./parts.rules.ts";

export const meta = titled("Measures compared together");

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const form = parseForm(compareSchema, url.searchParams);
  const ids = form.ok ? form.data.measureIds : [];
  const measures = await listMeasures(context, { ids });
  if (measures.length !== ids.length) throw new NotFoundError("A measure that is not there was asked for");
  const combined = combineChosen(measures);
  return { measures, combined };
});

export default function Compare() {
  const { measures, combined } = useLoaderData<typeof loader>();
  return (
    <PageLayout backLink={{ href: "/outcomes" }}>
      <PageHeading caption="Outcomes">Measures compared together</PageHeading>
      {combined.ok ? (
        <p className="govuk-body-l">
          Together: <ComputedChange change={combined.change} />
        </p>
      ) : (
        <InsetText>{combined.reason}.</InsetText>
      )}
      <Table
        caption="The measures and their sum"
        captionHidden
        rows={measures}
        rowKey={(measure) => measure.id}
        empty="No measure was chosen."
        columns={[
          {
            heading: "Measure",
            rowHeader: true,
            cell: (measure) => (
              <a className="govuk-link" href={`/measures/${measure.id}`}>
                {measure.name}
              </a>
            ),
          },
          { heading: "Unit", cell: (measure) => measure.unit },
          {
            heading: "Baseline",
            numeric: true,
            cell: (measure) => <MeasuredValue measured={figuresOf(measure).baseline} />,
          },
          {
            heading: "Latest reading",
            numeric: true,
            cell: (measure) => <MeasuredValue measured={figuresOf(measure).latest} />,
          },
          { heading: "Computed change", cell: (measure) => <ComputedChange change={measure.change} /> },
        ]}
        footer={
          combined.ok
            ? [
                {
                  cells: [
                    "Together",
                    measures[0]?.unit,
                    formatValue(combined.baseline),
                    formatValue(combined.reading),
                    computedWords(combined.change),
                  ],
                  total: true,
                },
              ]
            : undefined
        }
      />
      {combined.ok && (
        <p className="govuk-body">
          The sum is right only where nothing is counted in two of the measures: a total does not go with its
          parts.
        </p>
      )}
    </PageLayout>
  );
}
