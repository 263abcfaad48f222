import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { writingPartnerships } from "../award.ts";
import { WhenAndWhy } from "../award-fields.tsx";
import { getAward } from "../awards.queries.server.ts";
import { requireOpenAward } from "../closure/closed.queries.server.ts";
import { MAX_LINES } from "../draft.schema.ts";
import { findDraft } from "../drafts.queries.server.ts";
import { findTerms } from "../terms/terms.queries.server.ts";
import { versionInForce } from "../version.ts";
import { listLines, listVersions } from "../versions.queries.server.ts";
import { MoveLines } from "./move-lines.tsx";
import { moveMoneySchema } from "./move-money.schema.ts";
import { moveMoney } from "./move-money.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Move money between lines");

export const loader = loaderFor("award.draft", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  requirePermission(context, "award.draft", writingPartnerships(partnerships));
  await requireOpenAward(context, id);
  if (await findDraft(context, id)) throw redirectTo(`/awards/${id}/lines`);
  const current = versionInForce(await listVersions(context, id), context.today);
  const lines = current ? await listLines(context, current.id) : [];
  if (!current?.amountPence || lines.length > MAX_LINES) throw redirectTo(`/awards/${id}/next-version`);
  const terms = await findTerms(context, id);
  return {
    award: { id, reference, title },
    version: current.number,
    lines,
    noTransfer: terms?.noTransfer ?? false,
  };
});

export const action = actionFor("award.draft", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(moveMoneySchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, moveMoney(context, id, form.data), () => redirectTo(`/awards/${id}/seal`));
});

export default function MoveMoneyPage() {
  const { award, version, lines, noTransfer } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: moveMoneySchema,
    defaults: { version: String(version) },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>Move money between lines</PageHeading>
      <p className="govuk-body">
        The total stays as it is. What you enter becomes a draft, which you check before it counts. To move
        money to a project or a year that has no line yet,{" "}
        <a className="govuk-link" href={`/awards/${award.id}/next-version?kind=variation`}>
          record a change
        </a>{" "}
        instead.
      </p>
      {noTransfer && (
        <WarningText>
          The terms of this award say that no money moves from one financial year to another.
        </WarningText>
      )}
      <Form {...form.props}>
        <MoveLines form={form} lines={lines} />
        <WhenAndWhy form={form} left="from the day of its decision" />
        <ButtonGroup>
          <Button>Continue</Button>
          <a className="govuk-link" href={`/awards/${award.id}`}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
