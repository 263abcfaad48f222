import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getBid } from "../bid.queries.server.ts";
import { actionHref } from "../bid-actions.tsx";
import { getBidContent } from "../content/content.queries.server.ts";
import { ContentList } from "../content-snapshot/content-list.tsx";
import { actionsNow } from "../move-bid.server.ts";
import { getRoundCheck } from "../round-check/round-check.queries.server.ts";
import { RoundCheckList } from "../round-check/round-check-list.tsx";
import { findShownSignOff } from "./shown-sign-off.server.ts";
import { forbiddenToSign, signBid } from "./sign-bid.server.ts";
import { signSchema } from "./sign-off.schema.ts";
import { ChangedSinceAsked, ChangedSinceLastSigned } from "./sign-off-changes.tsx";
import { SignOffSteps } from "./sign-off-steps.tsx";
import { CHANGED_SINCE_ASKED } from "./sign-off-words.ts";

export const handle = { hydrate: true };
export const meta = titled("Sign this bid");

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const bid = await getBid(context, numericId(params.id));
  if (!bid.signing.signs) {
    if (bid.status !== "awaiting_sign_off") throw redirectTo(`/bids/${bid.id}/sign-off`);
    if (actionsNow(context.actor, bid).includes("sign_off")) throw redirectTo(actionHref(bid.id, "sign_off"));
    throw await forbiddenToSign(context, bid);
  }
  const signOff = await findShownSignOff(context, bid);
  const step = signOff?.steps.find(({ isNext }) => isNext);
  if (!signOff || !step) throw redirectTo(`/bids/${bid.id}/sign-off`);
  const check = await getRoundCheck(context, bid, await getBidContent(context, bid.id));
  return { bid, signOff, step, check };
});

export const action = actionFor("register.read", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(signSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, signBid(context, id, form.data), ({ to, title }) =>
    redirectTo(`/bids/${id}`, {
      message: to === "draft" ? `Signed as: ${title}. All have signed` : `Signed as: ${title}`,
    }),
  );
});

export default function SignBid() {
  const { bid, signOff, step, check } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: signSchema,
    defaults: { version: String(bid.version) },
    result: useFormResult(),
  });
  const isChanged = signOff.differences.length > 0;
  return (
    <PageLayout backLink={{ href: `/bids/${bid.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${bid.reference} ${bid.title}`}>Sign this bid</PageHeading>
      <SignOffSteps signOff={signOff} caption="Signatures" />
      {isChanged && <InsetText>{CHANGED_SINCE_ASKED}.</InsetText>}
      <ChangedSinceAsked signOff={signOff} />
      <ChangedSinceLastSigned bidId={bid.id} signOff={signOff} />
      <RoundCheckList bidId={bid.id} check={check} mayAgree={false} />
      <h2 className="govuk-heading-m">{isChanged ? "What was to be signed" : "What you sign"}</h2>
      <ContentList answers={signOff.signed} />
      <Form {...form.props}>
        <HiddenField name="position" value={step.position} />
        <ButtonGroup>
          {!isChanged && <Button>Sign as: {step.title}</Button>}
          <a className="govuk-link" href={`/bids/${bid.id}/act/send_back`}>
            Send back to be changed
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
