import { useActionData, useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { textAt } from "#app/ui/forms/form-values.ts";
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
import { BidStatusTag } from "../bid-status-tag.tsx";
import { LIVE_STATUSES } from "../content/live.ts";
import { listSimilarToCopy } from "../finding/copy-bid.server.ts";
import { SameBidQuestion } from "../finding/same-bid-question.tsx";
import { resubmissionSchema } from "./resubmission.schema.ts";
import { findResubmissions } from "./resubmissions.queries.server.ts";
import {
  checkResubmission,
  listRoundsAfter,
  MAY_BE_RESUBMITTED,
  resubmitBid,
} from "./resubmit-bid.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Submit it again");

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const bid = await getBid(context, numericId(params.id));
  requirePermission(context, "bid.write", writablePartnerships(bid));
  if (!MAY_BE_RESUBMITTED.includes(bid.status)) throw redirectTo(`/bids/${bid.id}`);
  const { later } = await findResubmissions(context, bid.id);
  return {
    bid,
    rounds: await listRoundsAfter(context, bid),
    live: later.filter(({ status }) => LIVE_STATUSES.some((live) => live === status)),
  };
});

export const action = actionFor("register.read", async ({ context, params, formData }) => {
  const form = parseForm(resubmissionSchema, await formData());
  if (!form.ok) return invalid(form);
  const id = numericId(params.id);
  const sameBid = textAt(form.values, "sameBid");
  if (sameBid === "change") return { ok: false as const, values: form.values, errors: {} };
  const checked = await checkResubmission(context, id, form.data);
  if (checked.ok && sameBid !== "no") {
    const similar = await listSimilarToCopy(context, id, form.data);
    if (similar.length > 0) return { ok: false as const, values: form.values, errors: {}, similar };
  }
  return answerForm(form, resubmitBid(context, id, form.data), ({ bidId, reference }) =>
    redirectTo(`/bids/${bidId}`, { message: `Draft ${reference} made` }),
  );
});

export default function Resubmit() {
  const { bid, rounds, live } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = useFormPage({
    schema: resubmissionSchema,
    defaults: { title: bid.title },
    result: useFormResult(),
  });
  if (answer && "similar" in answer) {
    return <SameBidQuestion similar={answer.similar} values={answer.values} />;
  }
  return (
    <PageLayout backLink={{ href: `/bids/${bid.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${bid.reference} ${bid.title}`}>Submit it again to a later round</PageHeading>
      <p className="govuk-body">
        This makes a new draft that says what this bid says, in its sections too, for you to go through again.
        Costs are left out, because they belong to the years of their round; match is taken over as pledged,
        and outcomes without the dates of their targets. The two bids stay linked.
      </p>
      {live.length > 0 && (
        <InsetText>
          This bid has been submitted again already, and that is not decided yet:
          <ul className="govuk-list">
            {live.map((again) => (
              <li key={again.id}>
                <a className="govuk-link" href={`/bids/${again.id}`}>
                  {again.reference} {again.title}
                </a>{" "}
                <BidStatusTag status={again.status} />
              </li>
            ))}
          </ul>
        </InsetText>
      )}
      {rounds.length === 0 ? (
        <InsetText>
          No later round is recorded that can still be bid to: all are closed, were withdrawn or come before
          the one that this bid was made to.{" "}
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
            hint="Later rounds that can still be bid to, as far as their dates are recorded"
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
