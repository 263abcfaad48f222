import { useLoaderData } from "@remix-run/react";
import { listPartnerships } from "#app/partnerships/index.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { newRoleSchema } from "./accounts.schema.ts";
import { getPerson } from "./people.queries.server.ts";
import { ROLE_ITEMS } from "./role-text.ts";
import { setRole } from "./set-role.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Add a role");

export const loader = loaderFor("people.manage", async ({ context, params }) => {
  const person = await getPerson(context, numericId(params.id));
  const taken = new Set(person.roles.map((role) => role.partnershipId));
  const partnerships = (await listPartnerships(context)).filter(({ id }) => !taken.has(id));
  return {
    person: { id: person.id, name: person.name },
    partnerships: partnerships.map(({ id, name }) => ({ value: id, text: name })),
  };
});

export const action = actionFor("people.manage", async ({ context, params, formData }) => {
  const personId = numericId(params.id);
  const form = parseForm(newRoleSchema, await formData());
  if (!form.ok) return invalid(form);
  const result = await setRole(context, { personId, ...form.data });
  if (!result.ok) return invalid(refuse(form, result.errors));
  return redirectTo(`/people/${personId}`, { message: "The role has been added" });
});

export default function NewRole() {
  const { person, partnerships } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: newRoleSchema, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: `/people/${person.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={person.name}>Add a role</PageHeading>
      <Form {...form.props}>
        <Select
          {...form.field("partnershipId")}
          label="In which partnership?"
          empty="Choose a partnership"
          items={partnerships}
        />
        <Radios {...form.field("role")} legend="Which role?" items={ROLE_ITEMS} />
        <Button>Add role</Button>
      </Form>
    </PageLayout>
  );
}
