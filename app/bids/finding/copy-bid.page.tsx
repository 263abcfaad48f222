import { useActionData, useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { textAt } from "#app/ui/forms/form-values.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getBid } from "../bid.queries.server.ts";
import { copySchema, ROUND_NOT_KNOWN } from "../bid.schema.ts";
import { listBidChoices } from "../bid-choices.queries.server.ts";
import { COPIED_PARTS, copyDefaults, NOT_COPIED } from "./copied-parts.ts";
import { COPIED_SECTIONS } from "./copied-sections.ts";
import { copyBid, listSimilarToCopy } from "./copy-bid.server.ts";
import { SameBidQuestion } from "./same-bid-question.tsx";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Copy ${data.bid.title}`);

export const loader = loaderFor("bid.write", async ({ context, params }) => {
  const { id, reference, title } = await getBid(context, numericId(params.id));
  const { rounds } = await listBidChoices(context, null);
  return { bid: { id, reference, title }, rounds };
});

export const action = actionFor("bid.write", async ({ context, params, formData }) => {
  const form = parseForm(copySchema, await formData());
  if (!form.ok) return invalid(form);
  const id = numericId(params.id);
  const sameBid = textAt(form.values, "sameBid");
  if (sameBid === "change") return { ok: false as const, values: form.values, errors: {} };
  const similar = sameBid === "no" ? [] : await listSimilarToCopy(context, id, form.data);
  if (similar.length > 0) return { ok: false as const, values: form.values, errors: {}, similar };
  return answerForm(form, copyBid(context, id, form.data), ({ bidId, reference }) =>
    redirectTo(`/bids/${bidId}`, { message: `Draft ${reference} saved` }),
  );
});

export default function CopyBid() {
  const { bid, rounds } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = useFormPage({ schema: copySchema, defaults: copyDefaults(bid), result: useFormResult() });
  if (answer && "similar" in answer) {
    return <SameBidQuestion similar={answer.similar} values={answer.values} />;
  }
  return (
    <PageLayout backLink={{ href: `/bids/${bid.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={bid.reference}>Copy this bid as the start of a new one</PageHeading>
      <PartsList
        heading="What is copied"
        parts={[...COPIED_PARTS.map(({ what }) => what), ...COPIED_SECTIONS]}
      />
      <PartsList heading="What is not copied" parts={NOT_COPIED} />
      <Form {...form.props}>
        <Input {...form.field("title")} label="What is the new bid called?" />
        <Select
          {...form.field("roundId")}
          label="Which round is it for?"
          items={[
            { value: ROUND_NOT_KNOWN, text: "Round not known yet" },
            ...rounds.map(({ id, text }) => ({ value: id, text })),
          ]}
        />
        <Button>Save the copy as a draft</Button>
      </Form>
    </PageLayout>
  );
}

function PartsList({ heading, parts }: { heading: string; parts: readonly string[] }) {
  return (
    <>
      <h2 className="govuk-heading-s">{heading}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </>
  );
}
