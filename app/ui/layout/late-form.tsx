import type { FormValues } from "../forms/form-values.ts";
import { typedAnswers } from "../forms/typed-answers.ts";
import { SummaryList } from "../govuk/summary-list.tsx";

/** What a person typed in a form that no longer fits its record, and where to look at the record. */
export function LateForm({ typed, now }: { typed: FormValues; now: string | null }) {
  const answers = typedAnswers(typed);
  return (
    <>
      <p className="govuk-body">
        It was changed after you opened the page, and this form no longer fits it. Nothing of yours was saved.
      </p>
      {now && (
        <p className="govuk-body">
          <a className="govuk-link" href={now}>
            Look at what the register says now
          </a>
        </p>
      )}
      {answers.length > 0 && (
        <>
          <h2 className="govuk-heading-m">What you typed</h2>
          <SummaryList rows={answers.map(({ name, text }) => ({ key: name, value: text }))} />
        </>
      )}
    </>
  );
}
