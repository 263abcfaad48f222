import { useLoaderData } from "@remix-run/react";
import { findHold, getAward, requireOpenAward } from "#app/awards/index.server.ts";
import { HoldWarning, writingPartnerships } from "#app/awards/index.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { actOnClaim } from "./act-on-claim.server.ts";
import { claimActionSchema } from "./claim.schema.ts";
import { type Asks, CLAIM_RULES, type ClaimAction, canFollow, isClaimAction } from "./claim.status.ts";
import { flagsOfClaim } from "./claim-flags.queries.server.ts";
import { ClaimSummary } from "./claim-summary.tsx";
import { CLAIM_ACTION_WORDS } from "./claim-words.ts";
import { getClaim, listClaimLines } from "./claims.queries.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => CLAIM_ACTION_WORDS[data.move].label);

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const award = await getAward(context, numericId(params.id));
  const claim = await getClaim(context.db.read, award.id, numericId(params.claimId));
  const move = actionOf(params.action);
  requirePermission(context, CLAIM_RULES[move].permission, writingPartnerships(award.partnerships));
  await requireOpenAward(context, award.id);
  if (!canFollow(move, claim)) throw redirectTo(`/awards/${award.id}/claims/${claim.id}`);
  const isAsking = move === "sign" || move === "submit";
  const flags = isAsking
    ? await flagsOfClaim(context, award, claim, await listClaimLines(context, claim.id))
    : { flags: [], ofAgreements: [] };
  return {
    award: { id: award.id, reference: award.reference, title: award.title },
    hold: await findHold(context.db.read, award.id),
    claim,
    move,
    flags: flags.flags,
    saysUnderWhat: move === "submit" && flags.ofAgreements.length > 0,
  };
});

export const action = actionFor("register.read", async ({ context, params, formData }) => {
  const awardId = numericId(params.id);
  const claimId = numericId(params.claimId);
  const move = actionOf(params.action);
  const form = parseForm(claimActionSchema(move), await formData());
  if (!form.ok) return invalid(form);
  const { version, ...answers } = form.data;
  return answerForm(form, actOnClaim(context, awardId, claimId, move, version, answers), () =>
    redirectTo(`/awards/${awardId}/claims/${claimId}`, { message: CLAIM_ACTION_WORDS[move].done }),
  );
});

function actionOf(text: string | undefined): ClaimAction {
  if (!isClaimAction(text)) throw new NotFoundError("No such action");
  return text;
}

export default function ActOnClaim() {
  const { award, hold, claim, move, flags, saysUnderWhat } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: claimActionSchema(move),
    defaults: { version: String(claim.version) },
    result: useFormResult(),
  });
  const words = CLAIM_ACTION_WORDS[move];
  const { asks, required } = CLAIM_RULES[move];
  const asksReason = asks.includes("reason") && (move !== "submit" || saysUnderWhat);
  const optional = (what: Asks) => (required.includes(what) ? "" : " (optional)");
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}/claims/${claim.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}, claim ${claim.number}`}>
        {words.label}
      </PageHeading>
      <HoldWarning hold={hold} />
      {flags.length > 0 && <InsetText>{flags.join(". ")}.</InsetText>}
      <ClaimSummary claim={claim} />
      <Form {...form.props}>
        {asks.includes("amount") && (
          <MoneyInput {...form.field("amountPence")} label="How much came, in pounds?" />
        )}
        {asks.includes("date") && (
          <DateInput
            {...form.date("happenedOn")}
            legend="On what date? (optional)"
            hint="For example, 31 8 2026. Leave it empty for today."
          />
        )}
        {asks.includes("reference") && (
          <Input {...form.field("reference")} label={`Reference${optional("reference")}`} width={20} />
        )}
        {asksReason && (
          <Textarea
            {...form.field("reason")}
            label={`${words.reason ?? "Why?"}${saysUnderWhat ? "" : optional("reason")}`}
            hint={saysUnderWhat ? "For example, the award letter of the funder and its date." : undefined}
          />
        )}
        <ButtonGroup>
          <Button warning={move === "withdraw" || move === "discard"}>{words.label}</Button>
          <a className="govuk-link" href={`/awards/${award.id}/claims/${claim.id}`}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
