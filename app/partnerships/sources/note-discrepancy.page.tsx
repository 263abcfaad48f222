import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { discrepancySchema } from "./discrepancy.schema.ts";
import { noteDiscrepancy } from "./note-discrepancy.server.ts";
import { getSource } from "./sources.queries.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Note a discrepancy");

export const loader = loaderFor("source.note", async ({ context, params }) => {
  const { documentId, title } = await getSource(context, numericId(params.id));
  return { documentId, title };
});

export const action = actionFor("source.note", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(discrepancySchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, noteDiscrepancy(context, id, form.data), () =>
    redirectTo(`/sources/${id}`, { message: "Discrepancy noted" }),
  );
});

export default function NoteDiscrepancy() {
  const { documentId, title } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: discrepancySchema, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: `/sources/${documentId}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={title}>Note a discrepancy</PageHeading>
      <Form {...form.props}>
        <Textarea
          {...form.field("issue")}
          label="What does not agree?"
          hint="For example, the text says down, and its own table says up. Everybody who reads this register can read the note, and it stays."
        />
        <Input {...form.field("paragraph")} label="In which paragraph? (optional)" width={10} />
        <Button>Save note</Button>
      </Form>
    </PageLayout>
  );
}
