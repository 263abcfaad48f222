import { useLoaderData } from "@remix-run/react";
import { listFunders, listFunds } from "#app/funds/index.server.ts";
import { listPartnerships } from "#app/partnerships/index.server.ts";
import { PastPartnerships } from "#app/partnerships/index.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { partnershipsWhere } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, type PageArgs, redirectTo } from "#app/platform/page.server.ts";
import { keepsTyped, showsTyped } from "#app/typed-forms/index.server.ts";
import { KeptForm, useTypedForm } from "#app/typed-forms/index.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { listBidChoices } from "../bid-choices.queries.server.ts";
import { findUmbrellaToItemise } from "../umbrella/umbrella.queries.server.ts";
import { enterPastBid } from "./enter-past-bid.server.ts";
import { pastBidSchema } from "./past-bid.schema.ts";
import { PastBidFields } from "./past-bid-fields.tsx";

export const handle = { hydrate: true };
export const meta = titled("Record a past bid");

const PARTNERSHIP_WORDS = {
  whose: "Whose bid was it?",
  whoseHint: "All that took part",
  others: "Other partnerships that took part",
  lead: "Which of them led? (optional)",
};

export const loader = loaderFor("decision.record", showsTyped(show));
export const action = actionFor("decision.record", keepsTyped(show, act));

async function show({ context, url }: PageArgs) {
  const recording = partnershipsWhere(context.actor, "decision.record");
  const partnerships = (await listPartnerships(context)).map(({ id, name }) => ({ id, name }));
  const isOwn = ({ id }: { id: number }) => context.scope.all || context.scope.partnershipIds.includes(id);
  const { rounds } = await listBidChoices(context, null);
  return {
    umbrella: await findUmbrellaToItemise(context, Number(url.searchParams.get("umbrella"))),
    recorders: partnerships.filter(({ id }) => recording === null || recording.includes(id)),
    own: partnerships.filter(isOwn),
    others: partnerships.filter((each) => !isOwn(each)),
    rounds,
    funds: (await listFunds(context)).map(({ id, name }) => ({ id, text: name })),
    funders: (await listFunders(context)).map(({ id, name }) => ({ id, text: name })),
  };
}

async function act({ context, formData }: PageArgs) {
  const form = parseForm(pastBidSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, enterPastBid(context, form.data), ({ bidId, reference }) =>
    redirectTo(`/bids/${form.data.umbrellaId === null ? bidId : `${form.data.umbrellaId}/items`}`, {
      message: `Bid ${reference} recorded`,
    }),
  );
}

export default function RecordPastBid() {
  const { umbrella, recorders, own, others, rounds, funds, funders } = useLoaderData<typeof loader>();
  const [only, another] = recorders;
  const defaults = { partnershipIds: only && !another ? [String(only.id)] : [] };
  const typed = useTypedForm();
  const form = useFormPage({ schema: pastBidSchema, defaults, result: typed.result });
  const back = umbrella === null ? "/bids" : `/bids/${umbrella.id}/items`;
  return (
    <PageLayout backLink={{ href: back }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={umbrella === null ? "Bids" : `Part of ${umbrella.reference} ${umbrella.title}`}>
        Record a past bid
      </PageHeading>
      <p className="govuk-body">
        For a bid that was made before it was in this register, above all one that was lost. What you leave
        empty stays “not recorded”.
      </p>
      <KeptForm form={form} typed={typed}>
        {umbrella !== null && <HiddenField name="umbrellaId" value={umbrella.id} />}
        <Input {...form.field("title")} label="What was the bid called?" />
        <PastPartnerships
          form={form}
          words={PARTNERSHIP_WORDS}
          recorders={recorders}
          own={own}
          others={others}
        />
        <PastBidFields form={form} rounds={rounds} funds={funds} funders={funders} />
        <ButtonGroup>
          <Button>Record the bid</Button>
          <a className="govuk-link" href={back}>
            Cancel
          </a>
        </ButtonGroup>
      </KeptForm>
    </PageLayout>
  );
}
