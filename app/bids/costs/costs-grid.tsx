import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds } from "#app/core/money.ts";
import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { RemoveButton } from "../content/row-fields.tsx";
import type { CostSums } from "./costs.rules.ts";

type CostsGridProps = {
  form: ReturnType<typeof useFormPage>;
  places: readonly number[];
  years: readonly number[];
  sums: CostSums;
};

/** Costs by year and stream, with the sums of its rows and columns. On a phone each year is a block of its own. */
export function CostsGrid({ form, places, years, sums }: CostsGridProps) {
  const items = years.map((year) => ({ value: year, text: formatFinancialYear(year) }));
  return (
    <table className="govuk-table app-grid" id="rows">
      <caption className="govuk-table__caption govuk-visually-hidden">Costs by year and stream</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          <Heading text="Financial year" />
          <Heading text="Revenue" />
          <Heading text="Capital" />
          <Heading text="Total" numeric />
          <th scope="col" className="govuk-table__header">
            <VisuallyHidden>Remove</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {places.map((place) => (
          <tr className="govuk-table__row" key={place} id={`row-${place + 1}`}>
            <td className="govuk-table__cell">
              <Select
                {...form.field(`costs.${place}.financialYear`)}
                label={<Label text="Financial year" row={place} />}
                items={items}
              />
            </td>
            <td className="govuk-table__cell">
              <MoneyInput
                {...form.field(`costs.${place}.revenuePence`)}
                label={<Label text="Revenue, in pounds" row={place} />}
              />
            </td>
            <td className="govuk-table__cell">
              <MoneyInput
                {...form.field(`costs.${place}.capitalPence`)}
                label={<Label text="Capital, in pounds" row={place} />}
              />
            </td>
            <Sum pence={sums.rows[place] ?? 0} name="Total" />
            <td className="govuk-table__cell">
              <RemoveButton index={place} name="Year" />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot className="govuk-table__foot" id="sums">
        <tr className="govuk-table__row app-total">
          <th scope="row" className="govuk-table__header">
            All years
          </th>
          <Sum pence={sums.revenuePence} name="Revenue" />
          <Sum pence={sums.capitalPence} name="Capital" />
          <Sum pence={sums.totalPence} name="Total" />
          <td className="govuk-table__cell" />
        </tr>
      </tfoot>
    </table>
  );
}

function Heading({ text, numeric }: { text: string; numeric?: boolean }) {
  return (
    <th scope="col" className={`govuk-table__header${numeric ? " govuk-table__header--numeric" : ""}`}>
      {text}
    </th>
  );
}

function Label({ text, row }: { text: string; row: number }) {
  return (
    <>
      {text}
      <VisuallyHidden>, year {row + 1}</VisuallyHidden>
    </>
  );
}

function Sum({ pence, name }: { pence: number; name: string }) {
  return (
    <td className="govuk-table__cell govuk-table__cell--numeric">
      <span className="app-grid__name" aria-hidden="true">
        {name}:{" "}
      </span>
      {formatPounds(pence)}
    </td>
  );
}
