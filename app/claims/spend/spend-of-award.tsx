import type { MoneyOfAward } from "./money-of-award.queries.server.ts";
import { SpendFigures } from "./spend-figures.tsx";

type SpendOfAwardProps = { awardId: number; money: MoneyOfAward };

/** What was spent of an award, on its own page, with the way to the entries. */
export function SpendOfAward({ awardId, money }: SpendOfAwardProps) {
  return (
    <section aria-labelledby="spend">
      <h2 className="govuk-heading-m" id="spend">
        Spend
      </h2>
      {(money.figures.spentPence !== null || money.due.notYetKnown.length > 0) && (
        <SpendFigures figures={money.figures} due={money.due} />
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={`/awards/${awardId}/spend`}>
          {money.figures.spentPence === null
            ? "No spend is recorded yet"
            : "What was spent, by line and period"}
        </a>
      </p>
    </section>
  );
}
