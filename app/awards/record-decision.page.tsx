import { useLoaderData } from "@remix-run/react";
import { getBid, mayMove } from "#app/bids/index.server.ts";
import { BID_RULES } from "#app/bids/index.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import {
  actionFor,
  invalid,
  loaderFor,
  numericId,
  type PageArgs,
  redirectTo,
} from "#app/platform/page.server.ts";
import { keepsTyped, showsTyped } from "#app/typed-forms/index.server.ts";
import { KeptForm, useTypedForm } from "#app/typed-forms/index.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { decisionSchema } from "./decision.schema.ts";
import { DecisionFields } from "./decision-fields.tsx";
import { recordDecision } from "./record-decision.server.ts";
import { RecordLink } from "./record-links.tsx";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Record the award of ${data.bid.reference}`);

export const loader = loaderFor("decision.record", showsTyped(show));
export const action = actionFor("decision.record", keepsTyped(show, act));

async function show({ context, params, url }: PageArgs) {
  const bid = await getBid(context, numericId(params.id));
  const asked = url.searchParams.get("outcome");
  const outcome = asked === "full" || asked === "part" ? asked : null;
  const move = outcome === "part" ? "award_in_part" : "award_in_full";
  if (!mayMove(context.actor, bid, move)) throw new ForbiddenError("decision.record");
  if (!BID_RULES[move].from.includes(bid.status)) throw redirectTo(`/bids/${bid.id}`);
  return { bid, outcome };
}

async function act({ context, params, formData }: PageArgs) {
  const form = parseForm(decisionSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, recordDecision(context, numericId(params.id), form.data), (award) =>
    redirectTo(`/awards/${award.awardId}`, { message: `Award ${award.reference} recorded` }),
  );
}

export default function RecordDecision() {
  const { bid, outcome } = useLoaderData<typeof loader>();
  const defaults = { outcome: outcome ?? "", version: String(bid.version) };
  const typed = useTypedForm();
  const form = useFormPage({ schema: decisionSchema, defaults, result: typed.result });
  const basis = bid.requestedBasis === "approximate" ? "approximate" : "exact";
  return (
    <PageLayout backLink={{ href: `/bids/${bid.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${bid.reference} ${bid.title}`}>Record the award</PageHeading>
      <SummaryList
        rows={[
          { key: "Requested", value: <Money pence={bid.requestedPence} basis={basis} /> },
          { key: "Partnerships", value: bid.partnerships.map(({ name }) => name).join(", ") },
          {
            key: "Round",
            value: bid.round ? <RecordLink to="rounds" record={bid.round} /> : <NotRecorded />,
          },
          { key: "Fund", value: bid.fund ? <RecordLink to="funds" record={bid.fund} /> : <NotRecorded /> },
        ]}
      />
      <KeptForm form={form} typed={typed}>
        <DecisionFields form={form} requestedPence={bid.requestedPence} />
        <ButtonGroup>
          <Button>Record the award</Button>
          <a className="govuk-link" href={`/bids/${bid.id}`}>
            Cancel
          </a>
        </ButtonGroup>
      </KeptForm>
    </PageLayout>
  );
}
