import { useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { contextOf } from "#app/platform/request-context.server.ts";
import { findTypedForm, followSent, throwAwayTypedForm } from "#app/typed-forms/index.server.ts";
import { TypedNotice, useTypedForm } from "#app/typed-forms/index.ts";
import { Form, LEAVE_TYPED } from "#app/ui/forms/form.tsx";
import { textAt } from "#app/ui/forms/form-values.ts";
import { type ParsedForm, parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { afterSaving } from "./after-saving.server.ts";
import { getBid } from "./bid.queries.server.ts";
import { writablePartnerships } from "./bid.rules.ts";
import { changedBidSchema } from "./bid.schema.ts";
import type { Bid } from "./bid.ts";
import { actionHref } from "./bid-actions.tsx";
import { listBidChoices } from "./bid-choices.queries.server.ts";
import { BidFields } from "./bid-fields.tsx";
import { bidFormValues } from "./bid-form-values.ts";
import { BID_STATUS_TAGS } from "./bid-words.ts";
import { changeBid } from "./change-bid.server.ts";
import { SameBidQuestion } from "./finding/same-bid-question.tsx";
import { listSimilarToChanged } from "./finding/similar-bids.queries.server.ts";
import { actionsNow } from "./move-bid.server.ts";
import { SaveButtons } from "./save-buttons.tsx";
import { draftForm } from "./typed-form/typed-form.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Change ${data.bid.title}`);

export const loader = loaderFor("register.read", async ({ context, params, url }) => {
  const bid = await getBid(context, numericId(params.id));
  requirePermission(context, "bid.write", writablePartnerships(bid));
  const mayTakeBack = actionsNow(context.actor, bid).includes("take_back");
  const kept = bid.status === "draft" ? await findTypedForm(context, draftForm(bid.id)) : null;
  const typed = kept && { ...kept, isLeft: url.searchParams.has(LEAVE_TYPED) };
  return { bid, choices: await listBidChoices(context, bid), mayTakeBack, typed };
});

export const action = actionFor("register.read", async ({ context, params, formData, platform }) => {
  const id = numericId(params.id);
  const form = parseForm(changedBidSchema, await formData());
  const reader = await contextOf(platform);
  const bid = await getBid(context, id);
  requirePermission(context, "bid.write", writablePartnerships(bid));
  if (textAt(form.values, "intent") === "throw-away") {
    await throwAwayTypedForm(reader, draftForm(id));
    return redirectTo(draftForm(id));
  }
  const answer = await answerChange(context, bid, form);
  if (bid.status === "draft") await followSent(reader, draftForm(id), form.values, answer);
  return answer;
});

async function answerChange(context: Context, bid: Bid, form: ParsedForm<z.output<typeof changedBidSchema>>) {
  if (!form.ok) return invalid(form);
  const { version, ...input } = form.data;
  const sameBid = textAt(form.values, "sameBid");
  if (sameBid === "change") return { ok: false as const, values: form.values, errors: {} };
  // A draft that has moved on is shown as it is now, before anything is asked about it.
  const isLate = bid.status !== "draft" || bid.version !== version;
  const similar = isLate || sameBid === "no" ? [] : await listSimilarToChanged(context, bid, input);
  if (similar.length > 0) return { ok: false as const, values: form.values, errors: {}, similar };
  return answerForm(form, changeBid(context, bid.id, version, input), () =>
    afterSaving(bid.id, form, "Draft saved"),
  );
}

export default function EditBid() {
  const { bid, choices, mayTakeBack } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = useTypedForm({ keepsAt: `${draftForm(bid.id)}/typed` });
  const form = useFormPage({
    schema: changedBidSchema,
    defaults: { ...bidFormValues(bid), version: String(bid.version) },
    result: typed.result,
  });
  const isDraft = bid.status === "draft";
  if (answer && "similar" in answer && isDraft) {
    const { similar, values } = answer;
    return <SameBidQuestion similar={similar} values={values} kept changed={bid} />;
  }
  return (
    <PageLayout backLink={{ href: `/bids/${bid.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={bid.reference}>Change draft</PageHeading>
      {bid.status === "awaiting_sign_off" ? (
        <InsetText>
          This bid awaits sign-off, so it cannot be changed now.{" "}
          {mayTakeBack && (
            <>
              <a className="govuk-link" href={actionHref(bid.id, "take_back")}>
                Take back the request for sign-off
              </a>{" "}
              to change it.{" "}
            </>
          )}
          What is changed then needs sign-off again.
        </InsetText>
      ) : (
        !isDraft && (
          <InsetText>
            This bid is no longer a draft, so it cannot be changed here. It is now:{" "}
            {BID_STATUS_TAGS[bid.status].text}.
          </InsetText>
        )
      )}
      {bid.signing.cleared && (
        <InsetText>
          This bid is signed off as it stands. Once you save a change it needs sign-off again before it is
          submitted.
        </InsetText>
      )}
      <TypedNotice before={typed.before} kept={form.kept} />
      {/* What was typed stays to be read where the bid has moved on meanwhile. */}
      {(isDraft || form.stale) && (
        <Form {...form.props} ref={typed.form}>
          {typed.carries && <HiddenField name="kept" value="yes" />}
          <BidFields form={form} choices={choices} />
          {isDraft && <SaveButtons />}
        </Form>
      )}
    </PageLayout>
  );
}
