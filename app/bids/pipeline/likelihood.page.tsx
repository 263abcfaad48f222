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
import { Money } from "#app/ui/layout/money.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import { LIVE_STATUSES } from "../content/live.ts";
import { findLikelihood } from "./likelihood.queries.server.ts";
import { likelihoodSchema } from "./likelihood.schema.ts";
import { setLikelihood } from "./set-likelihood.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Likelihood: ${data.bid.title}`);

export const loader = loaderFor("bid.forecast", async ({ context, params }) => {
  const bid = await getBid(context, numericId(params.id));
  requirePermission(context, "bid.forecast", writablePartnerships(bid));
  if (!LIVE_STATUSES.some((status) => status === bid.status)) throw redirectTo(`/bids/${bid.id}`);
  return { bid, likelihood: await findLikelihood(context, bid.id) };
});

export const action = actionFor("bid.forecast", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(likelihoodSchema, await formData());
  if (!form.ok) return invalid(form);
  const { version, percent } = form.data;
  return answerForm(form, setLikelihood(context, id, version, percent), () =>
    redirectTo(`/bids/${id}`, { message: "Likelihood saved" }),
  );
});

export default function LikelihoodPage() {
  const { bid, likelihood } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: likelihoodSchema,
    defaults: {
      percent: likelihood === null ? "" : String(likelihood.percent),
      version: String(likelihood?.version ?? 0),
    },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/bids/${bid.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${bid.reference} ${bid.title}`}>Likelihood</PageHeading>
      <p className="govuk-body">
        Amount requested: <Money pence={bid.requestedPence} />. The pipeline expects this amount times the
        likelihood.
      </p>
      <Form {...form.props}>
        <Input
          {...form.field("percent")}
          label="How likely is it that the bid succeeds?"
          hint="A whole number from 0 to 100. Leave it empty if nobody can say."
          width={3}
          suffix="%"
          inputMode="numeric"
        />
        <ButtonGroup>
          <Button>Save likelihood</Button>
          <a className="govuk-link" href={`/bids/${bid.id}`}>
            Leave without saving
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
