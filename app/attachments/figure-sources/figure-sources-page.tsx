import { useLoaderData } from "@remix-run/react";
import { Form } from "#app/ui/forms/form.tsx";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { figureSourceSchema } from "./figure-source.schema.ts";
import { type Figure, type FigureSource, nameOfFigure, sourcesOf, wordsOfFigure } from "./figure-source.ts";
import { FigureSourceLink } from "./figure-source-links.tsx";

type Loaded = {
  record: { href: string; back: string; caption: string; figures: Figure[] };
  choices: { value: number; text: string }[];
  sources: FigureSource[];
};

/** Says which attachment states a figure of a record, and takes back what was said. */
export function FigureSourcesPage() {
  const { record, choices, sources } = useLoaderData<Loaded>();
  const { figures } = record;
  const [only] = figures.length === 1 ? figures : [];
  const form = useFormPage({
    schema: figureSourceSchema,
    defaults: { figure: only ? nameOfFigure(only) : "" },
    result: useFormResult(),
  });
  const shown = only?.figure === "awarded" ? sourcesOf(sources, only) : sources;
  return (
    <PageLayout backLink={{ href: record.back }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={record.caption}>Source of a figure</PageHeading>
      {only && <p className="govuk-body">{inWords(only)}.</p>}
      {figures.length === 0 && <p className="govuk-body">No figure is recorded yet.</p>}
      {figures.length > 0 && choices.length === 0 && (
        <p className="govuk-body">
          There is no attachment yet.{" "}
          <a className="govuk-link" href={`${record.href}/attachments/new`}>
            Add the document that states the figure
          </a>{" "}
          first.
        </p>
      )}
      {figures.length > 0 && choices.length > 0 && (
        <Form {...form.props}>
          {only ? (
            <HiddenField name="figure" value={nameOfFigure(only)} />
          ) : (
            <Select
              {...form.field("figure")}
              label="Which figure?"
              empty="Choose a figure"
              items={figures.map((figure) => ({ value: nameOfFigure(figure), text: inWords(figure) }))}
            />
          )}
          <Select
            {...form.field("attachmentId")}
            label="Which attachment states it?"
            empty="Choose an attachment"
            items={choices}
          />
          <Input
            {...form.field("place")}
            label="On which page or in which paragraph? (optional)"
            hint="For example, page 2"
            width={20}
          />
          <Button>Save the source</Button>
        </Form>
      )}
      {shown.length > 0 && <h2 className="govuk-heading-m">Stated now</h2>}
      {shown.map((source) => (
        <Form key={source.id}>
          <p className="govuk-body govuk-!-margin-bottom-1">
            {capital(wordsOfFigure(source))}:{" "}
            <FigureSourceLink stated={{ href: record.href, figures, sources }} source={source} />
          </p>
          <HiddenField name="sourceId" value={String(source.id)} />
          <Button name="intent" value="take-back" secondary>
            Take back
            <VisuallyHidden>
              {" "}
              {source.title} as the source of {wordsOfFigure(source)}
            </VisuallyHidden>
          </Button>
        </Form>
      ))}
    </PageLayout>
  );
}

/** "Match from Anytown Council: £5,000". */
function inWords(figure: Figure): string {
  return `${capital(wordsOfFigure(figure))}: ${figure.value}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
