import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { requireOpenAward } from "../closure/closed.queries.server.ts";
import { newConditionSchema } from "./condition.schema.ts";
import { ConditionFields } from "./condition-fields.tsx";
import { recordCondition } from "./record-condition.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Record a condition");

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  requirePermission(context, "award.draft", writingPartnerships(partnerships));
  await requireOpenAward(context, id);
  return { award: { id, reference, title } };
});

export const action = actionFor("register.read", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(newConditionSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, recordCondition(context, id, null, form.data), () =>
    redirectTo(`/awards/${id}`, { message: "Condition recorded" }),
  );
});

export default function NewCondition() {
  const { award } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: newConditionSchema, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>Record a condition</PageHeading>
      <Form {...form.props}>
        <ConditionFields form={form} />
        <Button>Save condition</Button>
      </Form>
    </PageLayout>
  );
}
