import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import {
  actionFor,
  invalid,
  loaderFor,
  numericId,
  type PageArgs,
  redirectTo,
} from "#app/platform/page.server.ts";
import { keepsTyped, showsTyped } from "#app/typed-forms/index.server.ts";
import { KeptForm, useTypedForm } from "#app/typed-forms/index.ts";
import { formValues, textAt } from "#app/ui/forms/form-values.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import type { Bid } from "../bid.ts";
import { getBidContent } from "../content/content.queries.server.ts";
import { AgreedExceptionText } from "./agreed-exception-text.tsx";
import { exceptionSchema } from "./exception.schema.ts";
import { recordException, takeBackException } from "./record-exception.server.ts";
import { getRoundCheck } from "./round-check.queries.server.ts";
import { ROUND_RULES } from "./round-check.ts";
import { KEPT_WITH_BID, RULE_NAMES } from "./rule-words.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `${RULE_NAMES[data.rule]}: what the funder agreed`);

export const loader = loaderFor("register.read", showsTyped(show));
export const action = actionFor("register.read", keepsTyped(show, act));

async function show({ context, params }: PageArgs) {
  const rule = ruleOf(params.rule);
  const bid = await getBid(context, numericId(params.id));
  requirePermission(context, "bid.write", writablePartnerships(bid));
  const check = await getRoundCheck(context, bid, await getBidContent(context, bid.id));
  return {
    bid,
    rule,
    breaches: check?.breaches.filter((breach) => breach.rule === rule) ?? [],
    exception: check?.exceptions.find((exception) => exception.rule === rule) ?? null,
  };
}

async function act({ context, params, formData }: PageArgs) {
  const id = numericId(params.id);
  const rule = ruleOf(params.rule);
  const entries = [...(await formData())];
  const form = parseForm(exceptionSchema, entries);
  if (textAt(formValues(entries), "intent") === "take-back") {
    return answerForm({ values: {} }, takeBackException(context, id, rule), () =>
      redirectTo(`/bids/${id}`, { message: "Taken back" }),
    );
  }
  if (!form.ok) return invalid(form);
  return answerForm(form, recordException(context, id, rule, form.data), () =>
    redirectTo(`/bids/${id}`, { message: "Recorded that the funder agreed" }),
  );
}

function ruleOf(param: string | undefined) {
  const rule = ROUND_RULES.find((known) => known === param);
  if (!rule) throw new NotFoundError("No such rule");
  return rule;
}

/** What was done already that a change undoes; null where nobody has signed the bid or is asked to. */
function signedSoFar({ status, signing }: Bid): string | null {
  if (status === "awaiting_sign_off") return "awaits sign-off";
  return signing.cleared ? "is signed off" : null;
}

export default function Exception() {
  const { bid, rule, breaches, exception } = useLoaderData<typeof loader>();
  const typed = useTypedForm();
  const form = useFormPage({ schema: exceptionSchema, result: typed.result });
  const signed = signedSoFar(bid);
  return (
    <PageLayout backLink={{ href: `/bids/${bid.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${bid.reference} ${bid.title}`}>
        {RULE_NAMES[rule]}: what the funder agreed
      </PageHeading>
      {breaches.length === 0 && <p className="govuk-body">The bid does not break this rule now.</p>}
      {breaches.map(({ words }) => (
        <p className="govuk-body" key={words}>
          {words}
        </p>
      ))}
      {exception && <AgreedExceptionText exception={exception} />}
      {exception?.mayBeTakenBack === false ? (
        <InsetText>{KEPT_WITH_BID}.</InsetText>
      ) : (
        <>
          {signed && (
            <InsetText>
              {bid.status === "awaiting_sign_off" && exception
                ? "This was recorded after sign-off was asked for. Once it is taken back the bid can be signed as it was to be."
                : `What the funder agreed is part of what is signed. This bid ${signed}: it needs sign-off again after this.`}
            </InsetText>
          )}
          <KeptForm form={form} typed={typed}>
            {exception ? (
              <Button warning name="intent" value="take-back" formNoValidate>
                Take back that the funder agreed
              </Button>
            ) : (
              <>
                <Input {...form.field("agreedBy")} label="Who agreed to it, at the funder?" />
                <DateInput {...form.date("agreedOn")} legend="When did they agree? (optional)" />
                <Textarea
                  {...form.field("reason")}
                  label="Why may this bid break the rule?"
                  hint="What they said, and where it is written"
                  rows={4}
                />
                <Button>Record that the funder agreed</Button>
              </>
            )}
          </KeptForm>
        </>
      )}
    </PageLayout>
  );
}
