import { formatPounds } from "#app/core/money.ts";
import { Money, type MoneyProps } from "#app/ui/layout/money.tsx";

/** What is left of an award beside the claims that were submitted, with what of it is in claims that were not yet. */
export function LeftToClaim({ preparedPence, ...left }: MoneyProps & { preparedPence: number }) {
  return (
    <>
      <Money {...left} />
      {left.pence !== null && preparedPence > 0 && (
        <p className="govuk-body-s govuk-!-margin-bottom-0">
          of which {formatPounds(preparedPence, left.decimals)} is in claims not yet submitted
        </p>
      )}
    </>
  );
}
