import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { formValues, textAt } from "#app/ui/forms/form-values.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { VERSION_KINDS, writingPartnerships } from "./award.ts";
import { getAward } from "./awards.queries.server.ts";
import { linesSchema } from "./draft.schema.ts";
import { awardWords } from "./draft-warnings.rules.ts";
import { DraftWarnings } from "./draft-warnings.tsx";
import { findDraft } from "./drafts.queries.server.ts";
import { listLineChoices } from "./line-choices.queries.server.ts";
import { parseLineIntent, withoutLine } from "./line-intents.rules.ts";
import { LinesForm } from "./lines-form.tsx";
import { linesValues } from "./lines-values.ts";
import { unusedOuterOf } from "./out-of/outer-awards.queries.server.ts";
import { saveDraftLines } from "./save-draft-lines.server.ts";
import { listLines } from "./versions.queries.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Apportion ${data.award.reference}`);

export const loader = loaderFor("award.draft", async ({ context, params }) => {
  const award = await getAward(context, numericId(params.id));
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  const draft = await findDraft(context, award.id);
  if (!draft) throw redirectTo(`/awards/${award.id}/next-version?kind=apportionment`);
  if (draft.kind === "void") throw redirectTo(`/awards/${award.id}/seal`);
  const base = await listLines(context, draft.baseVersionId);
  return {
    award: { id: award.id, reference: award.reference, title: award.title },
    kind: draft.kind,
    amountPence: draft.amountPence,
    choices: await listLineChoices(context, award, draft),
    warnings: await unusedOuterOf(context, draft),
    defaults: { ...linesValues(draft.lines), version: String(draft.version) },
    origins: Object.fromEntries(
      base
        .filter((line) => line.inside !== null)
        .map((line) => [String(line.position), `out of ${awardWords(line.insideAward)}`]),
    ),
  };
});

export const action = actionFor("award.draft", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const entries = [...(await formData())];
  const intent = parseLineIntent(textAt(formValues(entries), "intent"));
  const form = parseForm(linesSchema, withoutLine(entries, intent));
  if (!form.ok) return invalid(form);
  const { version, lines } = form.data;
  return answerForm(form, saveDraftLines(context, id, version, lines, intent), (saved) => {
    if (intent.kind === "continue") return redirectTo(`/awards/${id}/seal`);
    if (intent.kind === "save") return redirectTo(`/awards/${id}/lines`, { message: "Draft saved" });
    return redirectTo(`/awards/${id}/lines${intent.kind === "add" ? `#line-${saved.lines}` : "#lines"}`);
  });
});

export default function Lines() {
  const { award, kind, amountPence, choices, defaults, origins, warnings } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: linesSchema, defaults, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}/next-version` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}: ${VERSION_KINDS[kind].name.toLowerCase()}`}>
        Apportion the award
      </PageHeading>
      <DraftWarnings warnings={warnings} />
      <LinesForm
        form={form}
        awardId={award.id}
        amountPence={amountPence}
        choices={choices}
        origins={origins}
      />
    </PageLayout>
  );
}
