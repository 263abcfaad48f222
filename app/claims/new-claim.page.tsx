import { useLoaderData } from "@remix-run/react";
import { findHold, getAward, requireOpenAward } from "#app/awards/index.server.ts";
import { HoldWarning, writingPartnerships } from "#app/awards/index.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { claimSchema } from "./claim.schema.ts";
import { choicesForClaim } from "./claim-choices.queries.server.ts";
import { newClaimValues, withOneMoreLine } from "./claim-form.rules.ts";
import { ClaimForm } from "./claim-form.tsx";
import { makeClaim } from "./make-claim.server.ts";
import { findSchedule, listDues } from "./schedule/schedule.queries.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `New claim on ${data.award.reference}`);

export const loader = loaderFor("claim.write", async ({ context, params, url }) => {
  const { id, reference, title, partnerships, deliveryTo } = await getAward(context, numericId(params.id));
  requirePermission(context, "claim.write", writingPartnerships(partnerships));
  await requireOpenAward(context, id);
  const { awarded, ...choices } = await choicesForClaim(context, { id, partnerships, deliveryTo });
  const dues = await listDues(context.db.read, id);
  const due = dues.find((each) => String(each.id) === url.searchParams.get("due")) ?? null;
  const schedule = await findSchedule(context.db.read, id);
  const hold = await findHold(context.db.read, id);
  const values = newClaimValues(awarded, schedule, due);
  return { award: { id, reference, title }, hold, ...choices, values };
});

export const action = actionFor("claim.write", async ({ context, params, formData }) => {
  const awardId = numericId(params.id);
  const data = await formData();
  const form = parseForm(claimSchema, data);
  if (data.get("intent") === "add") return invalid(refuse({ values: withOneMoreLine(form.values) }, {}));
  if (!form.ok) return invalid(form);
  return answerForm(form, makeClaim(context, awardId, form.data), ({ id, number }) =>
    redirectTo(`/awards/${awardId}/claims/${id}`, { message: `Claim ${number} saved as a draft` }),
  );
});

export default function NewClaim() {
  const { award, hold, values, ...choices } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: claimSchema, defaults: values, result: useFormResult() });
  const cancel = `/awards/${award.id}/claims`;
  return (
    <PageLayout backLink={{ href: cancel }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>New claim</PageHeading>
      <HoldWarning hold={hold} />
      <ClaimForm form={form} {...choices} cancel={cancel} />
    </PageLayout>
  );
}
