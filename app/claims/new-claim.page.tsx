import { useLoaderData } from "@remix-run/react";
import { getAward } from "#app/awards/index.server.ts";
import { sharingPartnerships, writingPartnerships } from "#app/awards/index.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { listProjects } from "#app/projects/index.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { valueAt } from "#app/ui/forms/form-values.ts";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { claimSchema, MAX_CLAIM_LINES } from "./claim.schema.ts";
import { ClaimFields } from "./claim-fields.tsx";
import { firstLines, withOneMoreLine, yearsToClaim } from "./claim-form.rules.ts";
import { claimFlags } from "./claim-limits.rules.ts";
import { ClaimLineFields } from "./claim-line-fields.tsx";
import { awardedOn } from "./claims.queries.server.ts";
import { makeClaim } from "./make-claim.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `New claim on ${data.award.reference}`);

export const loader = loaderFor("claim.write", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  requirePermission(context, "claim.write", writingPartnerships(partnerships));
  const awarded = await awardedOn(context.db.read, id, context.today);
  const projects = await listProjects(context, { partnershipIds: sharingPartnerships(partnerships) });
  return {
    award: { id, reference, title },
    flags: claimFlags(awarded, []),
    lines: firstLines(awarded),
    years: yearsToClaim(awarded, context.today),
    projects: projects.map(({ id, name }) => ({ id, name })),
  };
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
  const { award, flags, lines, years, projects } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: claimSchema, defaults: { lines }, result: useFormResult() });
  const rows = valueAt(form.values, "lines");
  const places = Array.isArray(rows) ? rows.map((_, index) => index) : [];
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}/claims` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>New claim</PageHeading>
      {flags.length > 0 && <InsetText>{flags.join(". ")}: what is left to claim is not checked.</InsetText>}
      <Form {...form.props}>
        <ClaimFields form={form} />
        <h2 className="govuk-heading-m">What is claimed</h2>
        <p className="govuk-body">A line without an amount is left out.</p>
        {places.map((place) => (
          <ClaimLineFields key={place} form={form} index={place} years={years} projects={projects} />
        ))}
        <ButtonGroup>
          <Button>Save the claim</Button>
          {places.length < MAX_CLAIM_LINES && (
            <Button name="intent" value="add" secondary formNoValidate>
              Add another line
            </Button>
          )}
          <a className="govuk-link" href={`/awards/${award.id}/claims`}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
