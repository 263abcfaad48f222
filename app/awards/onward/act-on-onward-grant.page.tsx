import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { requireOpenAward } from "../closure/closed.queries.server.ts";
import { HoldWarning } from "../holds/hold-warning.tsx";
import { findHold } from "../holds/holds.queries.server.ts";
import { actOnOnwardGrant } from "./act-on-onward-grant.server.ts";
import {
  canFollow,
  isOnwardAction,
  ONWARD_RULES,
  type OnwardAction,
  onwardActionSchema,
} from "./onward-actions.ts";
import { OnwardGrantSummary } from "./onward-grant-summary.tsx";
import { getOnwardGrant } from "./onward-grants.queries.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => ONWARD_RULES[data.step].label);

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  const grant = await getOnwardGrant(context.db.read, id, numericId(params.grantId));
  const step = stepOf(params.action);
  requirePermission(context, ONWARD_RULES[step].permission, writingPartnerships(partnerships));
  await requireOpenAward(context, id);
  if (!canFollow(step, grant)) throw redirectTo(`/awards/${id}/onward-grants/${grant.id}`);
  const hold = step === "pay" ? await findHold(context.db.read, id) : null;
  return { award: { id, reference, title }, hold, grant, step };
});

export const action = actionFor("register.read", async ({ context, params, formData }) => {
  const ids = { awardId: numericId(params.id), grantId: numericId(params.grantId) };
  const step = stepOf(params.action);
  const form = parseForm(onwardActionSchema(step), await formData());
  if (!form.ok) return invalid(form);
  const { version, ...answers } = form.data;
  return answerForm(form, actOnOnwardGrant(context, ids, step, version, answers), () =>
    redirectTo(`/awards/${ids.awardId}/onward-grants/${ids.grantId}`, { message: ONWARD_RULES[step].done }),
  );
});

function stepOf(text: string | undefined): OnwardAction {
  if (!isOnwardAction(text)) throw new NotFoundError("No such action");
  return text;
}

export default function ActOnOnwardGrant() {
  const { award, hold, grant, step } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: onwardActionSchema(step),
    defaults: { version: String(grant.version) },
    result: useFormResult(),
  });
  const { label, why } = ONWARD_RULES[step];
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}/onward-grants/${grant.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}, ${grant.recipient}`}>{label}</PageHeading>
      <HoldWarning hold={hold} />
      <OnwardGrantSummary grant={grant} />
      <Form {...form.props}>
        {why === null ? (
          <>
            <MoneyInput {...form.field("amountPence")} label="How much, in pounds?" />
            <DateInput
              {...form.date("happenedOn")}
              legend="On what date? (optional)"
              hint="For example, 31 8 2026. Leave it empty for today."
            />
            <Input {...form.field("reference")} label="Reference (optional)" width={20} />
            {step === "pay" && grant.agreedOn === null && (
              <Textarea
                {...form.field("reason")}
                label="No agreement is recorded: what is it paid under?"
                hint="Nothing is paid before an agreement is signed. If one is, record it first. For example, a letter of the partnership and its date."
              />
            )}
            <Textarea
              {...form.field("reportedBecause")}
              label="Why is it recorded only now? (optional)"
              hint="Needed where the return for this period was sent already"
              rows={2}
            />
          </>
        ) : (
          <Textarea {...form.field("reason")} label={why} />
        )}
        <Button warning={step === "cancel"}>{label}</Button>
      </Form>
    </PageLayout>
  );
}
