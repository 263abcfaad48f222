import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { dateParts } from "#app/ui/forms/form-values.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { requireOpenAward } from "../closure/closed.queries.server.ts";
import { changeReturn } from "./record-return.server.ts";
import { periodWords } from "./return.rules.ts";
import { returnSchema } from "./return.schema.ts";
import { getReturn } from "./returns.queries.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Change a return");

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  const one = await getReturn(context.db.read, id, numericId(params.returnId));
  requirePermission(context, "award.draft", writingPartnerships(partnerships));
  await requireOpenAward(context, id);
  if (one.submittedOn !== null) throw redirectTo(`/awards/${id}/returns/${one.id}`);
  return { award: { id, reference, title }, one };
});

export const action = actionFor("register.read", async ({ context, params, formData }) => {
  const ids = { awardId: numericId(params.id), returnId: numericId(params.returnId) };
  const form = parseForm(returnSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, changeReturn(context, ids, form.data), () =>
    redirectTo(`/awards/${ids.awardId}/returns/${ids.returnId}`, { message: "Return changed" }),
  );
});

export default function EditReturn() {
  const { award, one } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: returnSchema,
    defaults: {
      version: String(one.version),
      dueOn: dateParts(one.dueOn),
      waivedBecause: one.waivedBecause ?? "",
    },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}/returns/${one.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>
        Change the return for the {periodWords(one)}
      </PageHeading>
      <Form {...form.props}>
        <DateInput {...form.date("dueOn")} legend="When is it due?" hint="For example, 31 10 2026" />
        <Textarea
          {...form.field("waivedBecause")}
          label="Why does the funder not ask for it any more? (optional)"
          hint="Leave it empty while the funder asks for it"
        />
        <Button>Save return</Button>
      </Form>
    </PageLayout>
  );
}
