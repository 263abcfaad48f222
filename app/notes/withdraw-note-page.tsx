import { useLoaderData } from "@remix-run/react";
import { formatInstant } from "#app/core/calendar-date.ts";
import { KeptForm, useTypedForm } from "#app/typed-forms/index.ts";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { withdrawNoteSchema } from "./note.schema.ts";
import type { Note, NoteHolder } from "./note.ts";

/** The page on which a note is withdrawn with a reason. */
export function WithdrawNotePage() {
  const { holder, note } = useLoaderData<{ holder: NoteHolder; note: Note }>();
  const typed = useTypedForm();
  const form = useFormPage({ schema: withdrawNoteSchema, result: typed.result });
  const href = `${holder.href}/notes`;
  return (
    <PageLayout backLink={{ href }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={holder.caption}>Withdraw a note</PageHeading>
      <InsetText>
        <div className="app-lines">{note.text}</div>
        <div className="govuk-hint govuk-!-margin-bottom-0">Written {formatInstant(note.writtenAt)}</div>
      </InsetText>
      <p className="govuk-body">
        The note is no longer shown. That it was written, and who withdrew it, when and why, is.
      </p>
      <KeptForm form={form} typed={typed}>
        <Textarea {...form.field("reason")} label="Why is it withdrawn?" rows={3} />
        <ButtonGroup>
          <Button warning>Withdraw the note</Button>
          <a className="govuk-link" href={href}>
            Cancel
          </a>
        </ButtonGroup>
      </KeptForm>
    </PageLayout>
  );
}
