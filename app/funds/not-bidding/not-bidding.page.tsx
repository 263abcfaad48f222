import { useLoaderData } from "@remix-run/react";
import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import { may } from "#app/platform/context.server.ts";
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
import { dateParts } from "#app/ui/forms/form-values.ts";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { roundTitle } from "../funds.ts";
import { getRound } from "../rounds.queries.server.ts";
import { decideNotToBid } from "./decide-not-to-bid.server.ts";
import { listBidsToRound } from "./not-bidding.queries.server.ts";
import { notBiddingSchema } from "./not-bidding.schema.ts";
import type { BidToRound } from "./not-bidding.ts";

export const handle = { hydrate: true };
export const meta = titled("We do not bid");

export const loader = loaderFor("bid.write", showsTyped(show));
export const action = actionFor("bid.write", keepsTyped(show, act));

async function show({ context, params }: PageArgs) {
  const round = await getRound(context, numericId(params.id));
  const own = (await listOwnPartnerships(context)).filter(({ id }) => may(context.actor, "bid.write", [id]));
  return {
    round: { id: round.id, title: roundTitle(round) },
    partnerships: own.map(({ id, name }) => ({ value: id, text: name })),
    bids: await listBidsToRound(
      context,
      round.id,
      own.map(({ id }) => id),
    ),
    today: context.today,
  };
}

async function act({ context, params, formData }: PageArgs) {
  const id = numericId(params.id);
  const form = parseForm(notBiddingSchema, await formData());
  if (!form.ok) return invalid(form);
  const decided = await decideNotToBid(context, id, form.data);
  if (!decided.ok) return invalid(refuse(form, decided.errors));
  return redirectTo(`/rounds/${id}`, { message: "Decision not to bid recorded" });
}

export default function NotBidding() {
  const { round, partnerships, bids, today } = useLoaderData<typeof loader>();
  const only = partnerships.length === 1 ? String(partnerships[0]?.value) : "";
  const typed = useTypedForm();
  const form = useFormPage({
    schema: notBiddingSchema,
    defaults: { partnershipId: only, decidedOn: dateParts(today) },
    result: typed.result,
  });
  return (
    <PageLayout backLink={{ href: `/rounds/${round.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={round.title}>Record a decision not to bid</PageHeading>
      <p className="govuk-body">Scrutiny asks which rounds were not bid for, and why.</p>
      <BidsToRound bids={bids} />
      <KeptForm form={form} typed={typed}>
        <Select
          {...form.field("partnershipId")}
          label="Which partnership does not bid?"
          empty="Choose a partnership"
          items={partnerships}
        />
        <DateInput {...form.date("decidedOn")} legend="When was it decided?" hint="For example, 3 8 2026" />
        <Textarea
          {...form.field("reason")}
          label="Why does it not bid?"
          hint="For example, the match funding could not be found"
        />
        <Button>Record the decision</Button>
      </KeptForm>
    </PageLayout>
  );
}

/** The bids that there are to the round that is decided against. */
function BidsToRound({ bids }: { bids: readonly BidToRound[] }) {
  if (bids.length === 0) return null;
  return (
    <InsetText>
      <p className="govuk-body">
        {bids.length === 1
          ? "There is a bid to this round already:"
          : "There are bids to this round already:"}
      </p>
      <ul className="govuk-list govuk-!-margin-bottom-0">
        {bids.map(({ id, reference, title, partnership }) => (
          <li key={`${id} ${partnership}`}>
            {partnership}:{" "}
            <a className="govuk-link" href={`/bids/${id}`}>
              {reference} {title}
            </a>
          </li>
        ))}
      </ul>
    </InsetText>
  );
}
