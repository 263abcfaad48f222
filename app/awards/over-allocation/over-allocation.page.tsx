import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { requireOpenAward } from "../closure/closed.queries.server.ts";
import { findOverAllocation } from "./over-allocation.queries.server.ts";
import { overAllocationSchema } from "./over-allocation.ts";
import { recordOverAllocation } from "./record-over-allocation.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Over-allocation");

export const loader = loaderFor("award.seal", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  requirePermission(context, "award.seal", writingPartnerships(partnerships));
  await requireOpenAward(context, id);
  return { award: { id, reference, title }, stated: await findOverAllocation(context.db.read, id) };
});

export const action = actionFor("award.seal", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(overAllocationSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, recordOverAllocation(context, id, form.data), () =>
    redirectTo(`/awards/${id}`, { message: "Over-allocation saved" }),
  );
});

export default function OverAllocationPage() {
  const { award, stated } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: overAllocationSchema,
    defaults: {
      version: String(stated?.version ?? 0),
      percentage: String(stated?.percentage ?? ""),
      reason: stated?.reason ?? "",
    },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>
        How much of the award may be passed on?
      </PageHeading>
      <p className="govuk-body">
        Some pass on more than they hold, because those who get it underspend each year. Say so here, and it
        is shown as meant.
      </p>
      <Form {...form.props}>
        <Input
          {...form.field("percentage")}
          label="Per cent of the award"
          hint="For example, 110. 100 if no more is passed on than the award holds"
          inputMode="numeric"
          width={3}
          suffix="%"
        />
        <Textarea {...form.field("reason")} label="Why, and who decided it?" rows={3} />
        <ButtonGroup>
          <Button>Save</Button>
          <a className="govuk-link" href={`/awards/${award.id}`}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
