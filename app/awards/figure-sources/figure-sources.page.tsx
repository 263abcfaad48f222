import { useLoaderData } from "@remix-run/react";
import { listAttachments } from "#app/attachments/index.server.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { AmountOrVoid } from "../amount-today.tsx";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { listVersions } from "../versions.queries.server.ts";
import { figureSourceSchema, takeBackSourceSchema } from "./figure-source.schema.ts";
import { FigureSourceLink } from "./figure-source-links.tsx";
import { listFigureSources } from "./figure-sources.queries.server.ts";
import { stateFigureSource, takeBackFigureSource } from "./state-figure-source.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Source of the amount");

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const award = await getAward(context, numericId(params.id));
  const number = numericId(params.number);
  const version = (await listVersions(context, award.id)).find((each) => each.number === number);
  if (!version) throw new NotFoundError(`No version ${number} of this award`);
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  const attachments = await listAttachments(context, { awardId: award.id });
  const sources = await listFigureSources(context, award.id);
  return {
    award: { id: award.id, reference: award.reference, title: award.title },
    version,
    choices: attachments
      .filter(({ deleted }) => deleted === null)
      .map(({ id, title, fileName }) => ({ value: id, text: `${title} (${fileName})` })),
    sources: sources.filter((source) => source.versionNumber === number),
  };
});

export const action = actionFor("register.read", async ({ context, params, formData }) => {
  const [id, number] = [numericId(params.id), numericId(params.number)];
  const sent = await formData();
  const version = `/awards/${id}/versions/${number}`;
  if (sent.get("intent") === "take-back") {
    const form = parseForm(takeBackSourceSchema, sent);
    if (!form.ok) return invalid(form);
    return answerForm(form, takeBackFigureSource(context, id, number, form.data), () =>
      redirectTo(version, { message: "Source taken back" }),
    );
  }
  const form = parseForm(figureSourceSchema, sent);
  if (!form.ok) return invalid(form);
  return answerForm(form, stateFigureSource(context, id, number, form.data), () =>
    redirectTo(version, { message: "Source of the amount saved" }),
  );
});

export default function FigureSources() {
  const { award, version, choices, sources } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: figureSourceSchema, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}/versions/${version.number}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}, version ${version.number}`}>
        Source of the amount
      </PageHeading>
      <p className="govuk-body">
        The amount is <AmountOrVoid version={version} />.
      </p>
      {choices.length === 0 ? (
        <p className="govuk-body">
          The award has no attachment.{" "}
          <a className="govuk-link" href={`/awards/${award.id}/attachments/new`}>
            Add the letter that states the amount
          </a>{" "}
          first.
        </p>
      ) : (
        <Form {...form.props}>
          <Select
            {...form.field("attachmentId")}
            label="Which attachment states it?"
            empty="Choose an attachment"
            items={choices}
          />
          <Input
            {...form.field("place")}
            label="On which page or in which paragraph? (optional)"
            hint="For example, page 2"
            width={20}
          />
          <Button>Save the source</Button>
        </Form>
      )}
      {sources.map((source) => (
        <Form key={source.id}>
          <p className="govuk-body govuk-!-margin-bottom-1">
            Stated now: <FigureSourceLink awardId={award.id} source={source} />
          </p>
          <HiddenField name="sourceId" value={String(source.id)} />
          <Button name="intent" value="take-back" secondary>
            Take back<VisuallyHidden> {source.title}</VisuallyHidden>
          </Button>
        </Form>
      ))}
    </PageLayout>
  );
}
