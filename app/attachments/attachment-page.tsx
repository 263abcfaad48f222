import { useLoaderData } from "@remix-run/react";
import { formatInstant } from "#app/core/calendar-date.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { deleteAttachmentSchema } from "./attachment.schema.ts";
import type { Attachment, Holder } from "./attachment.ts";
import { type FigureSource, wordsOfFigure } from "./figure-sources/figure-source.ts";
import { byWhom, FileLink } from "./file-link.tsx";

type Loaded = {
  holder: Holder;
  attachment: Attachment;
  /** The figures that it is said to state. */
  states: FigureSource[];
};

/** What is known of one attachment, and the way to delete it for those who may. */
export function AttachmentPage() {
  const { holder, attachment, states } = useLoaderData<Loaded>();
  const form = useFormPage({ schema: deleteAttachmentSchema, result: useFormResult() });
  const { deleted } = attachment;
  return (
    <PageLayout backLink={{ href: holder.href }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={holder.caption}>{attachment.title}</PageHeading>
      <SummaryList
        rows={[
          { key: "File", value: <FileLink href={holder.href} attachment={attachment} /> },
          { key: "Added", value: `${formatInstant(attachment.addedAt)}${byWhom(attachment.addedBy)}` },
          { key: "SHA-256", value: <code className="app-fingerprint">{attachment.sha256}</code> },
          states.length > 0 && { key: "Source of", value: states.map(inWords).join("; ") },
          deleted && { key: "Deleted", value: `${formatInstant(deleted.at)}${byWhom(deleted.by)}` },
          deleted && { key: "Why", value: deleted.reason },
        ]}
      />
      {holder.mayAttach && deleted === null && (
        <Form {...form.props}>
          <h2 className="govuk-heading-m">Delete this attachment</h2>
          <p className="govuk-body">
            The file is taken out of the register and cannot be brought back. That it was here, its SHA-256,
            and who deleted it, when and why stay.
          </p>
          <Textarea {...form.field("reason")} label="Why is it deleted?" rows={3} />
          <Button warning>Delete the attachment</Button>
        </Form>
      )}
    </PageLayout>
  );
}

/** "amount requested, £54,000 (page 2)". */
function inWords(source: FigureSource): string {
  const value = source.statedValue === null ? "" : `, ${source.statedValue}`;
  return `${wordsOfFigure(source)}${value}${source.place === null ? "" : ` (${source.place})`}`;
}
