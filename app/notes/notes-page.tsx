import { useLoaderData } from "@remix-run/react";
import { KeptForm, useTypedForm } from "#app/typed-forms/index.ts";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Pagination } from "#app/ui/govuk/pagination.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { noteSchema } from "./note.schema.ts";
import type { NoteHolder, NotePage } from "./note.ts";
import { NoteList } from "./note-list.tsx";

/** All notes beside a record, and the form for one more. */
export function NotesPage() {
  const { holder, page } = useLoaderData<{ holder: NoteHolder; page: NotePage }>();
  const typed = useTypedForm();
  const form = useFormPage({ schema: noteSchema, result: typed.result });
  return (
    <PageLayout backLink={{ href: holder.href }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={holder.caption}>Notes</PageHeading>
      {holder.mayNote && (
        <KeptForm form={form} typed={typed} instead="begin anew">
          <Textarea
            {...form.field("text")}
            label="Write a note"
            hint="A note cannot be changed. Everybody who reads this record reads it; what is wrong can be withdrawn with a reason and written anew."
          />
          <Button>Save the note</Button>
        </KeptForm>
      )}
      {page.notes.length === 0 && <p className="govuk-body">No notes.</p>}
      <NoteList href={holder.href} notes={page.notes} mayNote={holder.mayNote} />
      <Pagination
        previous={null}
        next={page.next === null ? null : `?before=${page.next}`}
        label="Older notes"
      />
    </PageLayout>
  );
}
