import { useLoaderData } from "@remix-run/react";
import { getPartnership } from "#app/partnerships/index.server.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { ChainForms } from "./chain-forms.tsx";
import { ChainTable } from "./chain-table.tsx";
import * as chains from "./change-chain.server.ts";
import { signersShort, signersShortWords } from "./enough-signers.rules.ts";
import { listChain } from "./sign-off.queries.server.ts";
import { chainChangeSchema, signerSchema, stepSchema } from "./sign-off.schema.ts";
import { USUAL_STEPS } from "./sign-off.ts";

export const handle = { hydrate: true };
export const meta = titled("Sign-off of bids");

export const loader = loaderFor("sign-off.manage", async ({ context, params }) => {
  const { id, name } = await getPartnership(context, numericId(params.id));
  requirePermission(context, "sign-off.manage", [id]);
  const people = await chains.listPossibleSigners(context, id);
  const chain = await listChain(context.db.read, id);
  const steps = chain.length > 0 ? chain : USUAL_STEPS.map(() => ({ signers: [] }));
  return { id, name, chain, people, short: signersShort(steps, people, context.today) };
});

export const action = actionFor("sign-off.manage", async ({ context, params, formData }) => {
  const { id } = await getPartnership(context, numericId(params.id));
  requirePermission(context, "sign-off.manage", [id]);
  const data = await formData();
  const done = (message: string) => () => redirectTo(`/partnerships/${id}/sign-off`, { message });
  const intent = data.get("intent");
  if (intent === "add-step") {
    const form = parseForm(stepSchema, data);
    if (!form.ok) return invalid(form);
    return answerForm(form, chains.addStep(context, id, form.data.title), done("Step added"));
  }
  if (intent === "name-signer") {
    const form = parseForm(signerSchema, data);
    if (!form.ok) return invalid(form);
    return answerForm(form, chains.nameSigner(context, id, form.data), done("Saved"));
  }
  const form = parseForm(chainChangeSchema, data);
  if (!form.ok) return invalid(form);
  if (form.data.intent === "usual") {
    return answerForm(form, chains.startUsualChain(context, id), done("Steps added"));
  }
  const of = form.data.id;
  if (of === null) throw new NotFoundError("No step");
  if (form.data.intent === "up")
    return answerForm(form, chains.moveStepUp(context, id, of), done("Step moved"));
  return form.data.intent === "remove-step"
    ? answerForm(form, chains.removeStep(context, id, of), done("Step removed"))
    : answerForm(form, chains.removeSigner(context, id, of), done("Person removed"));
});

export default function Chain() {
  const { id, name, chain, people, short } = useLoaderData<typeof loader>();
  return (
    <PageLayout backLink={{ href: `/partnerships/${id}` }}>
      <ChainForms chain={chain} people={people} result={useFormResult()}>
        <PageHeading caption={name}>Sign-off of bids</PageHeading>
        <p className="govuk-body">
          Who signs a bid that this partnership leads, in this order, before it is submitted. Nobody signs a
          bid that they wrote or changed, and nobody signs two steps of the same bid.
        </p>
        {chain.length === 0 && (
          <>
            <p className="govuk-body">
              There are no steps yet, so a bid can be submitted without sign-off, also by the person who wrote
              it. Where they ask for sign-off, any manager or finance person who did not write the bid signs
              it off and submits it. Add a step, and no bid is submitted before it is signed.
            </p>
            {short && (
              <InsetText>
                The steps below would stop every bid as long as nobody is named for them.{" "}
                {signersShortWords(short)}
              </InsetText>
            )}
            <Form>
              <Button secondary name="intent" value="usual">
                {`Start from: ${USUAL_STEPS.join(", ").toLowerCase()}`}
              </Button>
            </Form>
          </>
        )}
        {chain.length > 0 && short && (
          <WarningText>
            No bid can be signed by all. {signersShortWords(short)} Name other people, or remove a step.
          </WarningText>
        )}
        <ChainTable chain={chain} />
      </ChainForms>
    </PageLayout>
  );
}
