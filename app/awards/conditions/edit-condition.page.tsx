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
import { conditionSchema } from "./condition.schema.ts";
import { ConditionFields, conditionValues } from "./condition-fields.tsx";
import { getCondition } from "./conditions.queries.server.ts";
import { recordCondition } from "./record-condition.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Change a condition");

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  const condition = await getCondition(context, id, numericId(params.conditionId));
  requirePermission(context, "award.draft", writingPartnerships(partnerships));
  await requireOpenAward(context, id);
  return { award: { id, reference, title }, condition };
});

export const action = actionFor("register.read", async ({ context, params, formData }) => {
  const [id, conditionId] = [numericId(params.id), numericId(params.conditionId)];
  const form = parseForm(conditionSchema, await formData());
  if (!form.ok) return invalid(form);
  const { version, ...condition } = form.data;
  return answerForm(form, recordCondition(context, id, { id: conditionId, version }, condition), () =>
    redirectTo(`/awards/${id}`, { message: "Condition changed" }),
  );
});

export default function EditCondition() {
  const { award, condition } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: conditionSchema,
    defaults: conditionValues(condition),
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>Condition of the award</PageHeading>
      <Form {...form.props}>
        <ConditionFields form={form} />
        <Button>Save condition</Button>
      </Form>
    </PageLayout>
  );
}
