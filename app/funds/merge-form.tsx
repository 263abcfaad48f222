import { Form } from "#app/ui/forms/form.tsx";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { mergeSchema } from "./funder.schema.ts";
import type { Named } from "./funds.ts";

type MergeFormProps = {
  kind: "funder" | "fund";
  record: Named;
  /** The records that it may be merged into. */
  others: readonly { id: number; text: string }[];
  /** What moves with it: "Its funds". */
  moves: string;
};

/** The page on which an administrator merges a duplicate. */
export function MergeForm({ kind, record, others, moves }: MergeFormProps) {
  const form = useFormPage({ schema: mergeSchema, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: `/${kind}s/${record.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={record.name}>Merge a duplicate {kind}</PageHeading>
      <p className="govuk-body">
        {record.name} will no longer be offered, and its page will point to the {kind} that stays. {moves}{" "}
        move there. Money that was recorded under it stays where it was recorded, until a new version of its
        award moves it.
      </p>
      <WarningText>You cannot undo this.</WarningText>
      <Form {...form.props}>
        <Select
          {...form.field("intoId")}
          label={`Which ${kind} stays?`}
          empty={`Choose a ${kind}`}
          items={others.map((other) => ({ value: other.id, text: other.text }))}
        />
        <Button warning>Merge into this {kind}</Button>
      </Form>
    </PageLayout>
  );
}
