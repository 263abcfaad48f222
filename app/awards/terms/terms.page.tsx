import { useLoaderData } from "@remix-run/react";
import { percentageForField } from "#app/core/percentage.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { dateParts } from "#app/ui/forms/form-values.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { requireOpenAward } from "../closure/closed.queries.server.ts";
import { recordTerms } from "./record-terms.server.ts";
import { findTerms } from "./terms.queries.server.ts";
import { termsSchema } from "./terms.schema.ts";
import { TermsFields } from "./terms-fields.tsx";

export const handle = { hydrate: true };
export const meta = titled("Offer, acceptance and terms");

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const award = await getAward(context, numericId(params.id));
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  await requireOpenAward(context, award.id);
  return { award, terms: await findTerms(context, award.id) };
});

export const action = actionFor("register.read", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(termsSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, recordTerms(context, id, form.data), () =>
    redirectTo(`/awards/${id}`, { message: "Terms saved" }),
  );
});

export default function TermsPage() {
  const { award, terms } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: termsSchema,
    defaults: {
      version: String(terms?.version ?? 0),
      offeredOn: dateParts(terms?.offeredOn),
      offerReference: terms?.offerReference ?? "",
      acceptedOn: dateParts(terms?.acceptedOn),
      acceptanceReference: terms?.acceptanceReference ?? "",
      decisionUrl: terms?.decisionUrl ?? "",
      noTransfer: terms?.noTransfer ? "yes" : "",
      capitalOnly: terms?.capitalOnly ? "yes" : "",
      matchBasisPoints: percentageForField(terms?.matchBasisPoints ?? null),
      variationWeeks: String(terms?.variationWeeks ?? ""),
      contactName: terms?.contactName ?? "",
      contactEmail: terms?.contactEmail ?? "",
    },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>Offer, acceptance and terms</PageHeading>
      <Form {...form.props}>
        <TermsFields form={form} />
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
