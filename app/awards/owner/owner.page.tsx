import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { changeAwardOwner } from "./change-owner.server.ts";
import { getOwnership, listPossibleOwners } from "./owner.queries.server.ts";
import { awardOwnerSchema } from "./owner.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Owner: ${data.award.title}`);

export const loader = loaderFor("award.draft", async ({ context, params }) => {
  const award = await getAward(context, numericId(params.id));
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  const { id, reference, title } = award;
  const ownership = await getOwnership(context, id);
  const people = await listPossibleOwners(context, award, ownership);
  return { award: { id, reference, title }, ownership, people };
});

export const action = actionFor("award.draft", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(awardOwnerSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, changeAwardOwner(context, id, form.data), () =>
    redirectTo(`/awards/${id}`, { message: "Owner saved" }),
  );
});

export default function OwnerOfAward() {
  const { award, ownership, people } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: awardOwnerSchema,
    defaults: { version: String(ownership.version), ownerId: String(ownership.ownerId ?? "") },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>Owner</PageHeading>
      <Form {...form.props}>
        <Select
          {...form.field("ownerId")}
          label="Who is responsible for this award?"
          hint="What the award owes its funder waits on them. Only people who write this award can be chosen."
          empty={ownership.ofBid === null ? "Nobody" : `Whoever owns the bid: ${ownership.ofBid}`}
          items={people.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <ButtonGroup>
          <Button>Save the owner</Button>
          <a className="govuk-link" href={`/awards/${award.id}`}>
            Leave without saving
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
