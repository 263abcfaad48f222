import { useLoaderData } from "@remix-run/react";
import { listFunders, listFunds, listRounds } from "#app/funds/index.server.ts";
import { roundTitle } from "#app/funds/index.ts";
import { listPartnerships } from "#app/partnerships/index.server.ts";
import { PastPartnerships } from "#app/partnerships/index.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { partnershipsWhere } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { enterPastAward } from "./enter-past-award.server.ts";
import { pastAwardSchema } from "./past-award.schema.ts";
import { PastAwardFields } from "./past-award-fields.tsx";
import { pastAwardValues } from "./past-award-values.ts";

export const handle = { hydrate: true };
export const meta = titled("Record an award already made");

const PARTNERSHIP_WORDS = {
  whose: "Which partnerships share the award?",
  whoseHint: "All whose money it is, the lead included",
  others: "Other partnerships that share the award",
  lead: "Which of them leads? (optional)",
  leadHint: "The lead's people write a joint award; where no lead is recorded, any partner's",
};

export const loader = loaderFor("award.seal", async ({ context, url }) => {
  const recording = partnershipsWhere(context.actor, "award.seal");
  const partnerships = (await listPartnerships(context)).map(({ id, name }) => ({ id, name }));
  const isOwn = ({ id }: { id: number }) => context.scope.all || context.scope.partnershipIds.includes(id);
  const funds = await listFunds(context);
  const funders = await listFunders(context);
  const rounds = await listRounds(context);
  return {
    recorders: partnerships.filter(({ id }) => recording === null || recording.includes(id)),
    own: partnerships.filter(isOwn),
    others: partnerships.filter((each) => !isOwn(each)),
    funds: funds.map(({ id, name, funder }) => ({
      id,
      text: `${name} (${funder?.name ?? "funder not recorded"})`,
    })),
    funders: funders.map(({ id, name }) => ({ id, text: name })),
    rounds: rounds.map((round) => ({ id: round.id, text: roundTitle(round) })),
    known: pastAwardValues(url.searchParams),
  };
});

export const action = actionFor("award.seal", async ({ context, formData }) => {
  const form = parseForm(pastAwardSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, enterPastAward(context, form.data), (award) =>
    redirectTo(`/awards/${award.id}`, { message: `Award ${award.reference} recorded` }),
  );
});

export default function NewAward() {
  const { recorders, own, others, funds, funders, rounds, known } = useLoaderData<typeof loader>();
  const [only, another] = recorders;
  const defaults = { ...known, partnershipIds: only && !another ? [String(only.id)] : [] };
  const form = useFormPage({ schema: pastAwardSchema, defaults, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: "/awards" }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption="Awards">Record an award already made</PageHeading>
      <p className="govuk-body">
        For money that was awarded before it was in this register. The award of a bid that is here is recorded
        from the bid&rsquo;s own page.
      </p>
      <Form {...form.props}>
        <Input {...form.field("title")} label="What is the award called?" />
        <PastPartnerships
          form={form}
          words={PARTNERSHIP_WORDS}
          recorders={recorders}
          own={own}
          others={others}
        />
        <PastAwardFields form={form} funds={funds} funders={funders} rounds={rounds} />
        <ButtonGroup>
          <Button>Record the award</Button>
          <a className="govuk-link" href="/awards">
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
