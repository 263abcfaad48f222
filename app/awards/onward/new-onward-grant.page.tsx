import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { requireOpenAward } from "../closure/closed.queries.server.ts";
import { HoldWarning } from "../holds/hold-warning.tsx";
import { findHold } from "../holds/holds.queries.server.ts";
import { passedOnFigures } from "./onward-grant.rules.ts";
import { newOnwardGrantSchema } from "./onward-grant.schema.ts";
import { OnwardGrantFields } from "./onward-grant-fields.tsx";
import { onwardOf } from "./onward-grants.queries.server.ts";
import { recordOnwardGrant } from "./record-onward-grant.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Record an onward grant");

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  requirePermission(context, "award.draft", writingPartnerships(partnerships));
  await requireOpenAward(context, id);
  const { award, grants } = await onwardOf(context.db.read, id, context.today);
  return {
    award: { id, reference, title },
    hold: await findHold(context.db.read, id),
    leftPence: passedOnFigures(award, grants).leftPence,
  };
});

export const action = actionFor("register.read", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(newOnwardGrantSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, recordOnwardGrant(context, id, null, form.data), () =>
    redirectTo(`/awards/${id}`, { message: "Onward grant recorded" }),
  );
});

export default function NewOnwardGrant() {
  const { award, hold, leftPence } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: newOnwardGrantSchema,
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>Record an onward grant</PageHeading>
      <HoldWarning hold={hold} />
      <p className="govuk-body">
        Money of this award that a delivery organisation receives. It is spending and is never added to what
        is secured. Left to pass on: <Money pence={leftPence} />.
      </p>
      <Form {...form.props}>
        <OnwardGrantFields form={form} />
        <Button>Save onward grant</Button>
      </Form>
    </PageLayout>
  );
}
