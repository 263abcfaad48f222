import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { listProjects } from "#app/projects/index.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getBid } from "./bid.queries.server.ts";
import { missingForSubmission, writablePartnerships } from "./bid.rules.ts";
import { submitSchema } from "./bid.schema.ts";
import { BidSummary } from "./bid-summary.tsx";
import { describeEvent } from "./bid-words.ts";
import { getBidContent } from "./content/content.queries.server.ts";
import { ContentSummary } from "./content/content-summary.tsx";
import { MissingAnswers } from "./missing-answers.tsx";
import { getRoundCheck } from "./round-check/round-check.queries.server.ts";
import { RoundCheckList } from "./round-check/round-check-list.tsx";
import { signersShortWords } from "./sign-off/enough-signers.rules.ts";
import { shortIfAsked } from "./sign-off/people-to-sign.server.ts";
import { chainHref } from "./sign-off/shown-sign-off.server.ts";
import { NameAnother } from "./sign-off/sign-off-steps.tsx";
import { SubmitFields } from "./submit-fields.tsx";
import { takeBidAction } from "./take-bid-action.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Check your answers");

export const loader = loaderFor("register.read", async ({ context, params, url }) => {
  const bid = await getBid(context, numericId(params.id));
  requirePermission(context, "bid.write", writablePartnerships(bid));
  if (bid.status !== "draft") throw redirectTo(`/bids/${bid.id}`);
  const content = await getBidContent(context, bid.id);
  const projects = await listProjects(context, { ids: bid.projects.map(({ id }) => id) });
  return {
    bid,
    content,
    check: await getRoundCheck(context, bid, content),
    short: bid.signing.cleared ? null : await shortIfAsked(context, bid),
    chainHref: chainHref(context, bid),
    readableProjectIds: projects.map(({ id }) => id),
    missing: missingForSubmission(bid, true),
    amountNotKnown: url.searchParams.get("amount") === "not-known",
  };
});

export const action = actionFor("register.read", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(submitSchema, await formData());
  if (!form.ok) return invalid(form);
  const { intent, version, requestedPence: amountNotKnown, ...sending } = form.data;
  const answers = intent === "submit" ? { amountNotKnown, ...sending } : { amountNotKnown };
  return answerForm(form, takeBidAction(context, id, version, intent, answers), () =>
    redirectTo(`/bids/${id}`, { message: describeEvent(intent) }),
  );
});

export default function CheckBid() {
  const { bid, content, check, short, readableProjectIds, missing, amountNotKnown, ...rest } =
    useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: submitSchema,
    defaults: { requestedPence: amountNotKnown ? "yes" : "", version: String(bid.version) },
    result: useFormResult(),
  });
  const { hasChain, cleared } = bid.signing;
  const editHref = `/bids/${bid.id}/edit`;
  return (
    <PageLayout backLink={{ href: editHref }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={bid.reference}>Check your answers</PageHeading>
      <MissingAnswers missing={missing} editHref={editHref} />
      <RoundCheckList bidId={bid.id} check={check} mayAgree />
      <BidSummary bid={bid} readableProjectIds={readableProjectIds} check={{ editHref }} />
      <ContentSummary bidId={bid.id} content={content} requestedPence={bid.requestedPence} check />
      <Form {...form.props}>
        {hasChain && !cleared && (
          <InsetText>
            This bid is submitted once everybody in the chain of sign-off has signed it as it stands.
          </InsetText>
        )}
        {!hasChain && (
          <InsetText>
            Nobody has signed this bid off. Its lead partnership has no steps of sign-off, so you can submit
            it without. To have it read by somebody who did not write it, ask for sign-off.
          </InsetText>
        )}
        {short && (
          <InsetText>
            If you ask for sign-off now, this bid will not get all its signatures. {signersShortWords(short)}{" "}
            Whoever wrote or changed it is not among them. <NameAnother chainHref={rest.chainHref} />
          </InsetText>
        )}
        <SubmitFields form={form} askAmount={bid.requestedPence === null} askSending={!hasChain || cleared} />
        <ButtonGroup>
          {(!hasChain || cleared) && (
            <Button name="intent" value="submit">
              Submit
            </Button>
          )}
          {!cleared && (
            <Button name="intent" value="ask_for_sign_off" secondary={!hasChain}>
              Ask for sign-off
            </Button>
          )}
          <a className="govuk-link" href={`/bids/${bid.id}`}>
            Keep as a draft
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
