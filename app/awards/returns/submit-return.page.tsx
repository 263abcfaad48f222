import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { requireOpenAward } from "../closure/closed.queries.server.ts";
import { submitReturn } from "./record-return.server.ts";
import { isDue, periodWords } from "./return.rules.ts";
import { submissionSchema } from "./return.schema.ts";
import { figuresOn } from "./return-figures.queries.server.ts";
import { readableFigures } from "./return-figures.ts";
import { ReturnFiguresList } from "./return-figures.tsx";
import { getReturn } from "./returns.queries.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Record that a return was sent");

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  const one = await getReturn(context.db.read, id, numericId(params.returnId));
  requirePermission(context, "award.draft", writingPartnerships(partnerships));
  await requireOpenAward(context, id);
  if (!isDue(one)) throw redirectTo(`/awards/${id}/returns/${one.id}`);
  const { today, scope } = context;
  const figures = await figuresOn(context.db.read, id, { day: today, periodTo: one.periodTo });
  return { award: { id, reference, title }, one, figures: readableFigures(figures, scope) };
});

export const action = actionFor("register.read", async ({ context, params, formData }) => {
  const ids = { awardId: numericId(params.id), returnId: numericId(params.returnId) };
  const form = parseForm(submissionSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, submitReturn(context, ids, form.data), () =>
    redirectTo(`/awards/${ids.awardId}/returns/${ids.returnId}`, { message: "Return recorded as sent" }),
  );
});

export default function SubmitReturn() {
  const { award, one, figures } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: submissionSchema,
    defaults: { version: String(one.version) },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}/returns/${one.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>
        Record that the return for the {periodWords(one)} was sent
      </PageHeading>
      <p className="govuk-body">
        These figures of the register are kept with it; if it was sent on an earlier day, those as at that
        day. What is dated in the period is locked from then on: it changes only by a later entry with a
        reason.
      </p>
      <ReturnFiguresList figures={figures} />
      <Form {...form.props}>
        <DateInput
          {...form.date("submittedOn")}
          legend="When was it sent? (optional)"
          hint="For example, 31 10 2026. Leave it empty for today. It is not sent before its period is over."
        />
        <Input {...form.field("funderReference")} label="The funder’s reference (optional)" width={20} />
        <Textarea {...form.field("note")} label="Note (optional)" />
        <Button>Record as sent</Button>
      </Form>
    </PageLayout>
  );
}
