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
import { claimValues, withOneMoreLine } from "./claim-form.rules.ts";
import { ClaimForm } from "./claim-form.tsx";
import { getClaim, listClaimLines } from "./claims.queries.server.ts";
import { changeClaim } from "./make-claim.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Change claim ${data.claim.number}`);

export const loader = loaderFor("claim.write", async ({ context, params }) => {
  const { id, reference, title, partnerships, deliveryTo } = await getAward(context, numericId(params.id));
  const claim = await getClaim(context.db.read, id, numericId(params.claimId));
  requirePermission(context, "claim.write", writingPartnerships(partnerships));
  await requireOpenAward(context, id);
  if (claim.status !== "draft") throw redirectTo(`/awards/${id}/claims/${claim.id}`);
  const lines = await listClaimLines(context, claim.id);
  const { awarded: _, ...choices } = await choicesForClaim(
    context,
    { id, partnerships, deliveryTo },
    { claim, lines },
  );
  const values = claimValues(claim, lines);
  const hold = await findHold(context.db.read, id);
  return { award: { id, reference, title }, hold, claim, ...choices, values };
});

export const action = actionFor("claim.write", async ({ context, params, formData }) => {
  const ids = { awardId: numericId(params.id), claimId: numericId(params.claimId) };
  const data = await formData();
  const form = parseForm(claimSchema, data);
  if (data.get("intent") === "add") return invalid(refuse({ values: withOneMoreLine(form.values) }, {}));
  if (!form.ok) return invalid(form);
  return answerForm(form, changeClaim(context, ids, form.data), ({ id, number }) =>
    redirectTo(`/awards/${ids.awardId}/claims/${id}`, { message: `Claim ${number} changed` }),
  );
});

export default function EditClaim() {
  const { award, hold, claim, values, ...choices } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: claimSchema, defaults: values, result: useFormResult() });
  const cancel = `/awards/${award.id}/claims/${claim.id}`;
  return (
    <PageLayout backLink={{ href: cancel }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>Change claim {claim.number}</PageHeading>
      <HoldWarning hold={hold} />
      <ClaimForm form={form} {...choices} cancel={cancel} />
    </PageLayout>
  );
}
