import { useLoaderData } from "@remix-run/react";
import { fail } from "#app/core/result.ts";
import { getFund } from "#app/funds/index.server.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { may, requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormResult } from "#app/ui/forms/use-form-page.ts";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { sharingPartnerships, writingPartnerships } from "./award.ts";
import { AwardLinesTable } from "./award-lines-table.tsx";
import { getAward, readableAwards } from "./awards.queries.server.ts";
import { discardDraft } from "./discard-draft.server.ts";
import { sealSchema } from "./draft.schema.ts";
import { checkDraft } from "./draft-check.queries.server.ts";
import { DraftSummary } from "./draft-summary.tsx";
import { awardWords } from "./draft-warnings.rules.ts";
import { DraftWarnings } from "./draft-warnings.tsx";
import { findDraft } from "./drafts.queries.server.ts";
import { askForConfirmation } from "./four-eyes/ask-for-confirmation.server.ts";
import { confirmationOf } from "./four-eyes/four-eyes.queries.server.ts";
import { proofOfLines } from "./lines-proof.rules.ts";
import { movedBetween, parseMovedBy } from "./moved/moved.rules.ts";
import { MovedMoney } from "./moved/moved-money.tsx";
import { projectsToOpen } from "./projects-to-open.server.ts";
import { SealForms } from "./seal-forms.tsx";
import { sealNextVersion } from "./seal-next-version.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Check the next version of ${data.award.reference}`);

export const loader = loaderFor("award.draft", async ({ context, params, url }) => {
  const award = await getAward(context, numericId(params.id));
  const writing = writingPartnerships(award.partnerships);
  requirePermission(context, "award.draft", writing);
  const draft = await findDraft(context, award.id);
  if (!draft) throw redirectTo(`/awards/${award.id}`);
  const check = await checkDraft(context, award, draft);
  const others = await readableAwards(context, draft.mayIncludeIds);
  const sharing = sharingPartnerships(award.partnerships);
  return {
    award: { id: award.id, reference: award.reference, title: award.title },
    draft,
    check,
    moved: movedBetween(check.linesBefore, check.lines, parseMovedBy(url.searchParams.get("by"))),
    proof: proofOfLines(check.lines, draft.amountPence, sharing.length === 1 ? (sharing[0] ?? null) : null),
    fundName: draft.fundId === null ? null : (await getFund(context, draft.fundId)).name,
    mayInclude: draft.mayIncludeIds.map((id) => awardWords(others.get(id) ?? null)),
    readableProjectIds: await projectsToOpen(context, check.lines),
    maySeal: may(context.actor, "award.seal", writing),
    confirmation: await confirmationOf(context, award, draft),
  };
});

export const action = actionFor("award.draft", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(sealSchema, await formData());
  if (!form.ok) return invalid(form);
  const { version, intent, termsAgreement } = form.data;
  if (intent === "discard") {
    return answerForm(form, discardDraft(context, id, version), () =>
      redirectTo(`/awards/${id}`, { message: "Draft discarded" }),
    );
  }
  if (intent === "ask") {
    return answerForm(form, askForConfirmation(context, id, version, termsAgreement), () =>
      redirectTo(`/awards/${id}`, { message: "The version waits for a second person to confirm it" }),
    );
  }
  const sealed = sealNextVersion(context, id, version, termsAgreement).then((result) =>
    result.ok || result.errors.termsAgreement
      ? result
      : fail({ form: Object.values(result.errors).join(". ") }),
  );
  return answerForm(form, sealed, ({ number }) =>
    redirectTo(`/awards/${id}`, { message: `Version ${number} sealed` }),
  );
});

export default function Seal() {
  const { award, draft, check, proof, fundName, mayInclude, ...page } = useLoaderData<typeof loader>();
  const refused = Object.entries(useFormResult()?.errors ?? {});
  const problems = Object.values(check.errors);
  return (
    <PageLayout
      backLink={{ href: `/awards/${award.id}/${draft.kind === "void" ? "next-version" : "lines"}` }}
    >
      <ErrorSummary
        errors={refused.map(([field, text]) => (field === "form" ? { text } : { text, href: `#${field}` }))}
      />
      <PageHeading caption={`${award.reference} ${award.title}`}>Check the next version</PageHeading>
      <DraftWarnings
        warnings={[...[...problems, ...check.brokenTerms].map((text) => ({ text })), ...check.warnings]}
      />
      <DraftSummary
        awardId={award.id}
        draft={draft}
        base={check.base}
        fundName={fundName}
        mayInclude={mayInclude}
      />
      {problems.length === 0 && (
        <>
          <MovedMoney
            caption="What it changes"
            moved={page.moved}
            hrefBy={(by) => `/awards/${award.id}/seal?by=${by}#moved`}
          />
          <AwardLinesTable
            caption="Its lines"
            lines={check.lines}
            basis={draft.amountBasis}
            readableProjectIds={page.readableProjectIds}
            empty="A void version has no lines: the award counts for nothing from its day on."
          />
          {proof && draft.kind !== "void" && <p className="govuk-body">{proof}</p>}
          <p className="govuk-body">
            A version that is sealed never changes. What comes later is a new version.
          </p>
        </>
      )}
      <SealForms
        awardId={award.id}
        version={draft.version}
        isVoid={draft.kind === "void"}
        maySeal={page.maySeal}
        confirmation={page.confirmation}
        isReady={problems.length === 0}
        breaksTerms={check.brokenTerms.length > 0}
        termsAgreement={draft.termsAgreement ?? null}
      />
    </PageLayout>
  );
}
