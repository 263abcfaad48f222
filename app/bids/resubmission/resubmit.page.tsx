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
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import { listRoundsToCome } from "../bid-choices.queries.server.ts";
import { resubmissionSchema } from "./resubmission.schema.ts";
import { MAY_BE_RESUBMITTED, resubmitBid } from "./resubmit-bid.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Submit it again");

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const bid = await getBid(context, numericId(params.id));
  requirePermission(context, "bid.write", writablePartnerships(bid));
  if (!MAY_BE_RESUBMITTED.includes(bid.status)) throw redirectTo(`/bids/${bid.id}`);
  return { bid, rounds: await listRoundsToCome(context) };
});

export const action = actionFor("register.read", async ({ context, params, formData }) => {
  const form = parseForm(resubmissionSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, resubmitBid(context, numericId(params.id), form.data), ({ bidId, reference }) =>
    redirectTo(`/bids/${bidId}`, { message: `Draft ${reference} made` }),
  );
});

export default function Resubmit() {
  const { bid, rounds } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: resubmissionSchema,
    defaults: { title: bid.title },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/bids/${bid.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${bid.reference} ${bid.title}`}>Submit it again to a later round</PageHeading>
      <p className="govuk-body">
        This makes a new draft that says what this bid says, in its sections too, for you to go through again.
        Costs are left out, because they belong to the years of their round; match is taken over as pledged,
        and outcomes without the dates of their targets. The two bids stay linked.
      </p>
      {rounds.length === 0 ? (
        <InsetText>
          No round is recorded that can still be bid to: all are closed or were withdrawn.{" "}
          <a className="govuk-link" href="/rounds">
            See the rounds
          </a>
        </InsetText>
      ) : (
        <Form {...form.props}>
          <Input {...form.field("title")} label="What is the bid called?" />
          <Select
            {...form.field("roundId")}
            label="Which round is it for?"
            hint="Rounds that can still be bid to, as far as their dates are recorded"
            empty="Choose a round"
            items={rounds.map(({ id, text }) => ({ value: id, text }))}
          />
          <ButtonGroup>
            <Button>Make a draft</Button>
            <a className="govuk-link" href={`/bids/${bid.id}`}>
              Cancel
            </a>
          </ButtonGroup>
        </Form>
      )}
    </PageLayout>
  );
}
