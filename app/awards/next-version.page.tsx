import { useLoaderData } from "@remix-run/react";
import { isIsoDay } from "#app/core/calendar-date.ts";
import { listFunds } from "#app/funds/index.server.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { AmountToday } from "./amount-today.tsx";
import { writingPartnerships } from "./award.ts";
import { getAward } from "./awards.queries.server.ts";
import { requireOpenAward } from "./closure/closed.queries.server.ts";
import { versionDetailsSchema } from "./draft.schema.ts";
import { findDraft } from "./drafts.queries.server.ts";
import { NextVersionFields } from "./next-version-fields.tsx";
import { nextVersionValues } from "./next-version-values.ts";
import { outOfText } from "./out-of/out-of.queries.server.ts";
import { listMayIncludeChoices, startNextVersion } from "./start-next-version.server.ts";
import { versionInForce } from "./version.ts";
import { versionsToCome } from "./version-span.rules.ts";
import { listVersions } from "./versions.queries.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Next version of ${data.award.reference}`);

export const loader = loaderFor("award.draft", async ({ context, params, url }) => {
  const award = await getAward(context, numericId(params.id));
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  await requireOpenAward(context, award.id);
  const versions = await listVersions(context, award.id);
  const current = versionInForce(versions, context.today);
  const start = current ?? versions.at(-1);
  if (!start) throw new NotFoundError("This award has no version yet");
  const draft = await findDraft(context, award.id);
  const funds = await listFunds(context);
  const { fund } = start;
  const known = funds.map(({ id, name, funder }) => ({
    id,
    text: `${name} (${funder?.name ?? "funder not recorded"})`,
  }));
  const effective = url.searchParams.get("effective") ?? "";
  return {
    award: { id: award.id, reference: award.reference, title: award.title },
    current,
    toCome: versionsToCome(versions, context.today),
    draftVersion: draft?.version ?? null,
    funds:
      fund && !known.some(({ id }) => id === fund.id) ? [...known, { id: fund.id, text: fund.name }] : known,
    others: await listMayIncludeChoices(context, award, versions),
    defaults: nextVersionValues(
      draft,
      start,
      {
        kind: url.searchParams.get("kind"),
        effectiveOn: isIsoDay(effective) ? effective : null,
        amount: url.searchParams.get("amount"),
        reason: url.searchParams.get("reason"),
      },
      await outOfText(context, draft),
    ),
  };
});

export const action = actionFor("award.draft", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(versionDetailsSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, startNextVersion(context, id, form.data), (draft) =>
    redirectTo(draft.kind === "void" ? `/awards/${id}/seal` : `/awards/${id}/lines`),
  );
});

export default function NextVersion() {
  const { award, current, toCome, draftVersion, funds, others, defaults } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: versionDetailsSchema, defaults, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>
        {draftVersion === null ? "Record a change" : "Change the draft of the next version"}
      </PageHeading>
      <AmountToday current={current} toCome={toCome} />
      <Form {...form.props} className="app-next-version">
        <NextVersionFields form={form} funds={funds} others={others} />
        <ButtonGroup>
          <Button>Save and continue</Button>
          <a className="govuk-link" href={`/awards/${award.id}`}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
