import { formValues } from "../forms/form-values.ts";
import { typedAnswers } from "../forms/typed-answers.ts";
import { Button } from "../govuk/button.tsx";
import { HiddenField } from "../govuk/hidden-field.tsx";
import { SummaryList } from "../govuk/summary-list.tsx";

/** A form as it was sent, and where to. */
export type SentForm = { path: string; entries: [name: string, value: string][] };

/** Keeps what was typed on the page while its sender signs in again beside it. */
export function SignedOut({ path, entries }: SentForm) {
  const typed = typedAnswers(formValues(entries));
  return (
    <>
      <p className="govuk-body">
        Your time was up before this arrived, or you signed out on another page. Nothing was saved, and what
        you typed is kept on this page.
      </p>
      <ol className="govuk-list govuk-list--number">
        <li>
          <a className="govuk-link" href="/sign-in" target="_blank" rel="noreferrer noopener">
            Sign in (opens in a new tab)
          </a>
        </li>
        <li>Come back to this page and send your answers again.</li>
      </ol>
      <form method="post" action={path}>
        {entries.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the fields of a form that was sent never move
          <HiddenField key={index} name={name} value={value} />
        ))}
        <Button>Send my answers again</Button>
      </form>
      {typed.length > 0 && (
        <>
          <h2 className="govuk-heading-m">What you typed</h2>
          <SummaryList rows={typed.map(({ name, text }) => ({ key: name, value: text }))} />
        </>
      )}
    </>
  );
}
