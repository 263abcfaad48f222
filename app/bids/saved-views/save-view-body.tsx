import type { ReactNode } from "react";
import { Form } from "#app/ui/forms/form.tsx";
import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";

type BodyProps = {
  form: ReturnType<typeof useFormPage>;
  /** The name of the list, and the list as the view has it. */
  caption: string;
  back: string;
  query: string;
  /** Whom the reader may share it with. */
  shared: readonly { value: number; text: string }[];
  /** What the view lets through, in words. */
  children: ReactNode;
};

/** The page on which a view of a list gets its name. */
export function SaveViewBody({ form, caption, back, query, shared, children }: BodyProps) {
  return (
    <PageLayout backLink={{ href: back }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={caption}>Save this view</PageHeading>
      <p className="govuk-body">{children}</p>
      <Form {...form.props}>
        <Input {...form.field("name")} label="What is the view called?" width={30} />
        {shared.length > 0 && (
          <Select {...form.field("partnershipId")} label="Who is it for?" empty="Only me" items={shared} />
        )}
        <HiddenField name="query" value={query} />
        <Button>Save view</Button>
      </Form>
    </PageLayout>
  );
}
