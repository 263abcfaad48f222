import { formatInstant } from "#app/core/calendar-date.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { Button } from "#app/ui/govuk/button.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";

type TypedNoticeProps = {
  /** What the reader typed before and left, which the form shows. `at`: instant, ISO UTC. */
  before: { at: string } | null;
  /** What was just refused is kept. */
  kept: boolean;
  /** What there is in place of what was typed. */
  instead?: string;
};

/** What of this form is not saved, and that it is not lost. */
export function TypedNotice({ before, kept, instead = "see what is saved" }: TypedNoticeProps) {
  if (before === null && !kept) return null;
  return (
    <InsetText>
      {before === null ? (
        <p className="govuk-body govuk-!-margin-bottom-0">
          This is not saved yet. What you typed is kept for you, and stands here when you come back.
        </p>
      ) : (
        <>
          <p className="govuk-body">
            You typed this on {formatInstant(before.at)} and it is not saved yet. Go on with it and save it,
            or throw it away and {instead}.
          </p>
          <Form>
            <Button secondary name="intent" value="throw-away">
              Throw away what I typed
            </Button>
          </Form>
        </>
      )}
    </InsetText>
  );
}
