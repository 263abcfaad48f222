import { formatPounds } from "#app/core/money.ts";
import { type RunningFigures as Figures, leftWords } from "./running-figures.rules.ts";

type RunningFiguresProps = {
  awardPence: number;
  figures: Figures;
  /** What is read out as it changes; the figures stand at the top and at the bottom, one of them speaks. */
  speaks?: boolean;
};

/** The award, what stands in lines, and what is left, at every moment. */
export function RunningFigures({ awardPence, figures, speaks }: RunningFiguresProps) {
  const tooMuch = figures.leftPence < 0;
  return (
    <div className="app-running">
      <p className="govuk-body govuk-!-margin-bottom-1">
        Award {formatPounds(awardPence)}
        <span className="app-running__part">In lines {formatPounds(figures.inLinesPence)}</span>
      </p>
      <p
        className={
          tooMuch ? "govuk-error-message govuk-!-margin-bottom-1" : "govuk-body govuk-!-margin-bottom-1"
        }
        aria-live={speaks ? "polite" : undefined}
      >
        {tooMuch && <span className="govuk-visually-hidden">Error: </span>}
        <strong>{leftWords(figures)}</strong>
        {figures.unreadable > 0 &&
          ` (${figures.unreadable === 1 ? "1 amount" : `${figures.unreadable} amounts`} cannot be read)`}
      </p>
      {!tooMuch && figures.leftPence > 0 && (
        <p className="govuk-hint govuk-!-margin-bottom-0">
          What is left becomes one line that is not yet apportioned.
        </p>
      )}
    </div>
  );
}
