import { useActionData, useLoaderData } from "@remix-run/react";
import { listDecidedAgainst } from "#app/funds/index.server.ts";
import { DecidedAgainst, type NotBid } from "#app/funds/index.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { type Context, partnershipsWhere } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { contextOf } from "#app/platform/request-context.server.ts";
import { newToken } from "#app/platform/tokens.server.ts";
import { findTypedForm, followSent, throwAwayTypedForm } from "#app/typed-forms/index.server.ts";
import { TypedNotice, useTypedForm } from "#app/typed-forms/index.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { textAt } from "#app/ui/forms/form-values.ts";
import { type ParsedForm, parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { afterSaving } from "./after-saving.server.ts";
import { type BidInput, bidSchema } from "./bid.schema.ts";
import { listBidChoices } from "./bid-choices.queries.server.ts";
import { BidFields } from "./bid-fields.tsx";
import { newBidValues } from "./bid-form-values.ts";
import { createBid } from "./create-bid.server.ts";
import { SameBidQuestion } from "./finding/same-bid-question.tsx";
import { listSimilarBids } from "./finding/similar-bids.queries.server.ts";
import { SaveButtons } from "./save-buttons.tsx";
import { NEW_BID, newBidForm, slotIn, slotOf } from "./typed-form/typed-form.ts";
import { listUnsentBids } from "./typed-form/unsent-bids.server.ts";
import { UnsentBids } from "./typed-form/unsent-bids.tsx";

export const handle = { hydrate: true };
export const meta = titled("New bid");

export const loader = loaderFor("bid.write", async ({ context, url }) => {
  const asked = slotIn(url.searchParams.get("typed"));
  return {
    slot: asked ?? newToken().slice(0, 16),
    typed: asked && (await findTypedForm(context, newBidForm(asked))),
    unsent: asked ? [] : await listUnsentBids(context),
    choices: await listBidChoices(context, null),
    against: await decidedAgainst(context, url.searchParams.get("round")),
    start: {
      round: url.searchParams.get("round") ?? "",
      priority: url.searchParams.get("priority") ?? "",
      project: url.searchParams.get("project") ?? "",
    },
  };
});

/** What was decided against the round that the address chose. */
async function decidedAgainst(context: Context, round: string | null): Promise<NotBid[]> {
  if (round === null || !/^[1-9]\d{0,8}$/.test(round)) return [];
  return listDecidedAgainst(context, Number(round), partnershipsWhere(context.actor, "bid.write") ?? []);
}

export const action = actionFor("bid.write", async ({ context, formData, platform, url }) => {
  const form = parseForm(bidSchema, await formData());
  const reader = await contextOf(platform);
  const slot = slotIn(url.searchParams.get("typed"));
  if (textAt(form.values, "intent") === "throw-away") {
    if (slot) await throwAwayTypedForm(reader, newBidForm(slot));
    return redirectTo(NEW_BID);
  }
  const answer = await answerNewBid(context, form);
  const kept = slotOf(form.values);
  if (kept) await followSent(reader, newBidForm(kept), form.values, answer);
  return answer;
});

async function answerNewBid(context: Context, form: ParsedForm<BidInput>) {
  if (!form.ok) return invalid(form);
  const sameBid = textAt(form.values, "sameBid");
  if (sameBid === "change") return { ok: false as const, values: form.values, errors: {} };
  const similar = sameBid === "no" ? [] : await listSimilarBids(context, form.data);
  if (similar.length > 0) return { ok: false as const, values: form.values, errors: {}, similar };
  return answerForm(form, createBid(context, form.data), ({ bidId, reference }) =>
    afterSaving(bidId, form, `Draft ${reference} saved`),
  );
}

export default function NewBid() {
  const { choices, start, against, slot, unsent } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const defaults = newBidValues({ ...start, leads: choices.leads });
  const typed = useTypedForm({
    keepsAt: `${NEW_BID}/typed`,
    // It has a place of its own, which only the form knows while it is refused.
    isKept: ({ values }) => slotOf(values) !== null,
  });
  const form = useFormPage({ schema: bidSchema, defaults, result: typed.result });
  if (answer && "similar" in answer) {
    return <SameBidQuestion similar={answer.similar} values={answer.values} kept />;
  }
  return (
    <PageLayout backLink={{ href: "/bids" }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption="Bids">New bid</PageHeading>
      <TypedNotice before={typed.before} kept={form.kept} instead="begin anew" />
      {!typed.result && <UnsentBids bids={unsent} />}
      <p className="govuk-body">A round and a title are enough to save a draft. The rest can follow.</p>
      <DecidedAgainst decisions={against} />
      <Form {...form.props} ref={typed.form}>
        <HiddenField name="slot" value={slotOf(form.values) ?? slot} />
        {typed.carries && <HiddenField name="kept" value="yes" />}
        <BidFields form={form} choices={choices} />
        <SaveButtons />
      </Form>
    </PageLayout>
  );
}
