import { Fragment } from "react";
import type { FieldErrors } from "#app/core/result.ts";
import { dateParts, datePartsAt, type FormValues } from "#app/ui/forms/form-values.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { Filters } from "#app/ui/layout/filters.tsx";
import type { ExportSummary } from "./export.ts";
import { asCsv, CSV_METADATA, type ExportFormat, FORMAT_DETAILS, metadataHref } from "./export-format.ts";

type Carried = { filters: readonly [name: string, value: string][]; values: FormValues };

type MomentFormProps = Carried & { errors: FieldErrors; moment: ExportSummary["moment"] };

/** Asks for the same export as at another day, or as it was known on another. */
export function MomentForm({ filters, values, errors, moment }: MomentFormProps) {
  return (
    <Filters>
      {/* Another day is asked for to its end. */}
      <HiddenFilters filters={filters.filter(([name]) => name !== "position")} />
      <DateInput
        name="as-at"
        legend="As at"
        hint="For example, 31 3 2025. Empty is today"
        defaultValue={datePartsAt(values, "as-at") ?? askedDay(values, "as-at", moment?.asAt)}
        error={errors["as-at"]}
      />
      <DateInput
        name="known-at"
        legend="As it was known on"
        hint="For example, 31 3 2025. Empty is today"
        defaultValue={datePartsAt(values, "known-at") ?? askedDay(values, "known-at", moment?.knownAt)}
        error={errors["known-at"]}
      />
      <Button secondary>Change the date</Button>
    </Filters>
  );
}

function askedDay(values: FormValues, name: string, day: string | undefined) {
  return typeof values[name] === "string" && values[name] !== "" ? dateParts(day) : undefined;
}

/** Chooses the kind of file and downloads it, by GET. */
export function DownloadForm(props: Carried & { name: string; formats: readonly ExportFormat[] }) {
  const { name, filters, values, formats } = props;
  const carried = [...filters, ...momentIn(values)];
  const metadata = formats.flatMap((format) => {
    const csv = asCsv(format);
    return csv === null ? [] : [{ format, text: FORMAT_DETAILS[CSV_METADATA[csv]].name }];
  });
  return (
    <form method="get" action={`/exports/${name}/file`} className="app-no-print">
      <HiddenFilters filters={carried} />
      <Radios
        name="format"
        legend="What kind of file do you want?"
        items={formats.map((format) => ({
          value: format,
          text: FORMAT_DETAILS[format].name,
          hint: FORMAT_DETAILS[format].hint,
        }))}
        defaultValue={formats[0]}
      />
      <Button>Download</Button>
      {metadata.length > 0 && (
        <p className="govuk-body">
          A CSV file has no cover. What it holds, who made it and when, and how it adds up stand in a file
          beside it, which programs read too (CSV on the Web): the{" "}
          {metadata.map(({ format, text }, index) => (
            <Fragment key={format}>
              {index > 0 && " or the "}
              <a className="govuk-link" href={metadataHref(name, searchOf([...carried, ["format", format]]))}>
                {text}
              </a>
            </Fragment>
          ))}
          .
        </p>
      )}
      <p className="govuk-body">
        How far a long file is stands under{" "}
        <a className="govuk-link" href="/exports">
          Exports
        </a>
        , where it can be stopped too.
      </p>
    </form>
  );
}

function searchOf(entries: [string, string][]): string {
  return `?${new URLSearchParams(entries)}`;
}

function HiddenFilters({ filters }: Pick<Carried, "filters">) {
  return filters.map(([name, value]) => <HiddenField key={`${name} ${value}`} name={name} value={value} />);
}

/** The moment as the address states it, in one field or three. */
function momentIn(values: FormValues): [string, string][] {
  return ["as-at", "known-at"].flatMap((name): [string, string][] => {
    const value = values[name];
    if (typeof value === "string") return value === "" ? [] : [[name, value]];
    const parts = datePartsAt(values, name);
    if (!parts) return [];
    return Object.entries(parts).map(([part, text]) => [`${name}-${part}`, text]);
  });
}
