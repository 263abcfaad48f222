import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { may, requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import { addUmbrellaItem, removeUmbrellaItem } from "./itemise-bid.server.ts";
import { listUmbrellaItems } from "./umbrella.queries.server.ts";
import { memberSchema } from "./umbrella.schema.ts";
import { UmbrellaItems } from "./umbrella-items.tsx";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Itemise ${data.bid.title}`);

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const bid = await getBid(context, numericId(params.id));
  requirePermission(context, "bid.write", writablePartnerships(bid));
  return {
    bid,
    items: await listUmbrellaItems(context, bid.id),
    mayRecordPast: may(context.actor, "decision.record"),
  };
});

export const action = actionFor("register.read", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const data = await formData();
  const here = `/bids/${id}/items`;
  if (data.get("intent") === "remove") {
    await removeUmbrellaItem(context, id, numericId(String(data.get("bidId"))));
    return redirectTo(here, { message: "The bid is no longer part of this record" });
  }
  const form = parseForm(memberSchema, data);
  if (!form.ok) return invalid(form);
  return answerForm(form, addUmbrellaItem(context, id, form.data.reference), () =>
    redirectTo(here, { message: `${form.data.reference.toUpperCase()} is now part of this record` }),
  );
});

export default function Items() {
  const { bid, items, mayRecordPast } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: memberSchema, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: `/bids/${bid.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${bid.reference} ${bid.title}`}>Itemise the bid</PageHeading>
      <p className="govuk-body">
        For a record that stands for several bids, because they were only known together. Each bid keeps its
        own amount; the umbrella record counts only for what is not itemised yet.
      </p>
      <h2 className="govuk-heading-m">Add a bid that is in the register</h2>
      <Form {...form.props}>
        <Input {...form.field("reference")} label="Its reference" hint="For example, B-000123" width={10} />
        <Button>Add it</Button>
      </Form>
      {mayRecordPast && (
        <p className="govuk-body">
          <a className="govuk-link" href={`/bids/record-past?umbrella=${bid.id}`}>
            Record a past bid as part of this record
          </a>
        </p>
      )}
      <UmbrellaItems items={items} requestedPence={bid.requestedPence} />
      {items.map((item) => (
        <Form key={item.id}>
          <HiddenField name="bidId" value={item.id} />
          <Button secondary name="intent" value="remove">
            Take out {item.reference}
            <VisuallyHidden> {item.title}</VisuallyHidden>
          </Button>
        </Form>
      ))}
    </PageLayout>
  );
}
