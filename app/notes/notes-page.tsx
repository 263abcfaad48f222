import { useLoaderData } from "@remix-run/react";
import { Form } from "#app/ui/forms/form.tsx";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
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
  const form = useFormPage({ schema: noteSchema, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: holder.href }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={holder.caption}>Notes</PageHeading>
      {holder.mayNote && (
        <Form {...form.props}>
          <Textarea
            {...form.field("text")}
            label="Write a note"
            hint="A note cannot be changed. Everybody who reads this record reads it; what is wrong can be withdrawn with a reason and written anew."
          />
          <Button>Save the note</Button>
        </Form>
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
