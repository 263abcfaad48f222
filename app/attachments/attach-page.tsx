import { useLoaderData } from "@remix-run/react";
import { Form } from "#app/ui/forms/form.tsx";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { FileUpload } from "#app/ui/govuk/file-upload.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { attachSchema } from "./attachment.schema.ts";
import { ACCEPTED_WORDS, ATTACHMENT_KINDS, type Holder, MAX_ATTACHMENTS } from "./attachment.ts";

const ACCEPT = Object.values(ATTACHMENT_KINDS).flatMap(({ extensions }) =>
  extensions.map((one) => `.${one}`),
);

/** The page on which a file is added to a record, whatever record it is. */
export function AttachPage() {
  const { holder } = useLoaderData<{ holder: Holder }>();
  const form = useFormPage({ schema: attachSchema, result: useFormResult() });
  const file = form.field("file");
  return (
    <PageLayout backLink={{ href: holder.href }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={holder.caption}>Add an attachment</PageHeading>
      <p className="govuk-body">{holder.readers}</p>
      <Form {...form.props} encType="multipart/form-data">
        <Input
          {...form.field("title")}
          label="What is it?"
          hint="For example, award letter, or minutes of the board of 3 June"
        />
        <FileUpload
          name={file.name}
          id={file.id}
          error={file.error}
          label="Choose the file"
          hint={`${ACCEPTED_WORDS}. At most 10 MB, without macros and without a password. There can be ${MAX_ATTACHMENTS} here`}
          accept={ACCEPT.join(",")}
        />
        <ButtonGroup>
          <Button>Add the attachment</Button>
          <a className="govuk-link" href={holder.href}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
