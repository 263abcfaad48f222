import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { afterSaving } from "./after-saving.server.ts";
import { getBid } from "./bid.queries.server.ts";
import { writablePartnerships } from "./bid.rules.ts";
import { changedBidSchema } from "./bid.schema.ts";
import { actionHref } from "./bid-actions.tsx";
import { listBidChoices } from "./bid-choices.queries.server.ts";
import { BidFields } from "./bid-fields.tsx";
import { bidFormValues } from "./bid-form-values.ts";
import { BID_STATUS_TAGS } from "./bid-words.ts";
import { changeBid } from "./change-bid.server.ts";
import { actionsNow } from "./move-bid.server.ts";
import { SaveButtons } from "./save-buttons.tsx";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Change ${data.bid.title}`);

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const bid = await getBid(context, numericId(params.id));
  requirePermission(context, "bid.write", writablePartnerships(bid));
  const mayTakeBack = actionsNow(context.actor, bid).includes("take_back");
  return { bid, choices: await listBidChoices(context, bid), mayTakeBack };
});

export const action = actionFor("register.read", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(changedBidSchema, await formData());
  if (!form.ok) return invalid(form);
  const { version, ...input } = form.data;
  return answerForm(form, changeBid(context, id, version, input), () => afterSaving(id, form, "Draft saved"));
});

export default function EditBid() {
  const { bid, choices, mayTakeBack } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: changedBidSchema,
    defaults: { ...bidFormValues(bid), version: String(bid.version) },
    result: useFormResult(),
  });
  const isDraft = bid.status === "draft";
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
      {/* What was typed stays to be read where the bid has moved on meanwhile. */}
      {(isDraft || form.stale) && (
        <Form {...form.props}>
          <BidFields form={form} choices={choices} />
          {isDraft && <SaveButtons />}
        </Form>
      )}
    </PageLayout>
  );
}
