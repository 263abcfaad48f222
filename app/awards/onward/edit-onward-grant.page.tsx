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
import { onwardGrantSchema } from "./onward-grant.schema.ts";
import { OnwardGrantFields, onwardGrantValues } from "./onward-grant-fields.tsx";
import { getOnwardGrant } from "./onward-grants.queries.server.ts";
import { recordOnwardGrant } from "./record-onward-grant.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Change an onward grant");

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  const grant = await getOnwardGrant(context.db.read, id, numericId(params.grantId));
  requirePermission(context, "award.draft", writingPartnerships(partnerships));
  await requireOpenAward(context, id);
  if (grant.cancelledOn !== null) throw redirectTo(`/awards/${id}/onward-grants/${grant.id}`);
  return { award: { id, reference, title }, grant };
});

export const action = actionFor("register.read", async ({ context, params, formData }) => {
  const [id, grantId] = [numericId(params.id), numericId(params.grantId)];
  const form = parseForm(onwardGrantSchema, await formData());
  if (!form.ok) return invalid(form);
  const { version, ...grant } = form.data;
  return answerForm(form, recordOnwardGrant(context, id, { id: grantId, version }, grant), () =>
    redirectTo(`/awards/${id}/onward-grants/${grantId}`, { message: "Onward grant changed" }),
  );
});

export default function EditOnwardGrant() {
  const { award, grant } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: onwardGrantSchema,
    defaults: onwardGrantValues(grant),
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}/onward-grants/${grant.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>Change an onward grant</PageHeading>
      <Form {...form.props}>
        <OnwardGrantFields form={form} />
        <Button>Save onward grant</Button>
      </Form>
    </PageLayout>
  );
}
