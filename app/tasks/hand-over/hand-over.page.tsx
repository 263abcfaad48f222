import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { textAt } from "#app/ui/forms/form-values.ts";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { handOverQuestionSchema, handOverSchema } from "./hand-over.schema.ts";
import { PreviewOfHandOver } from "./hand-over-preview.tsx";
import { handOverWork, listSuccessors, previewHandOver } from "./hand-over-work.server.ts";
import { listThoseToHandOver } from "./people-to-choose.queries.server.ts";
import { countWork } from "./work.ts";

export const meta = titled("Hand over bids, awards and tasks");

export const loader = loaderFor("bid.write", async ({ context, url }) => {
  const params = url.searchParams;
  const question = parseForm(handOverQuestionSchema, params);
  const preview = question.ok ? await previewHandOver(context, question.data) : null;
  const refused = question.ok ? (preview?.ok === false ? refuse(question, preview.errors) : null) : question;
  const from = await listThoseToHandOver(context);
  const onlyOne = from.length === 1 ? String(from[0]?.id) : "";
  return {
    from,
    to: await listSuccessors(context),
    values: { from: textAt(question.values, "from") || onlyOne, to: textAt(question.values, "to") },
    errors: params.has("to") ? (refused?.errors ?? {}) : {},
    preview: preview?.ok ? preview.value : null,
  };
});

export const action = actionFor("bid.write", async ({ context, formData }) => {
  const form = parseForm(handOverSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, handOverWork(context, form.data), ({ goes, to }) =>
    redirectTo("/tasks?whose=all", { message: `${countWork(goes)} handed over to ${to.name}` }),
  );
});

export default function HandOver() {
  const { from, to, values, errors, preview } = useLoaderData<typeof loader>();
  const refused = useFormResult();
  const items = (people: typeof from) => people.map(({ id, name }) => ({ value: id, text: name }));
  const summary = [
    ...Object.entries(errors).map(([name, text]) => ({ text, href: `#${name}` })),
    ...Object.values(refused?.errors ?? {}).map((text) => ({ text })),
  ];
  return (
    <PageLayout breadcrumbs={[{ text: "Home", href: "/" }]}>
      <ErrorSummary errors={summary} />
      <PageHeading>Hand over bids, awards and tasks</PageHeading>
      <p className="govuk-body">
        When somebody leaves, all open bids that they own, help with or watch, all awards that they own and
        that are not closed, and all their open tasks go to another person at once. You see them first.
      </p>
      <form method="get" noValidate className="app-no-print">
        <Select
          name="from"
          label="Whose bids, awards and tasks?"
          empty="Choose a person"
          items={items(from)}
          defaultValue={values.from}
          error={errors.from}
        />
        <Select
          name="to"
          label="Who takes them over?"
          empty="Choose a person"
          items={items(to)}
          defaultValue={values.to}
          error={errors.to}
        />
        <Button secondary>Show what would be handed over</Button>
      </form>
      {preview && <PreviewOfHandOver preview={preview} />}
    </PageLayout>
  );
}
