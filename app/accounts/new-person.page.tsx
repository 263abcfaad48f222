import { useActionData, useLoaderData } from "@remix-run/react";
import { listPartnerships } from "#app/partnerships/index.server.ts";
import { actionFor, invalid, loaderFor } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { newPersonSchema } from "./accounts.schema.ts";
import { addPerson } from "./add-person.server.ts";
import { LinkNotice } from "./link-notice.tsx";
import { CHOOSE_PASSWORD_PATH } from "./one-time-links.server.ts";
import { PersonFields } from "./person-fields.tsx";
import { ROLE_ITEMS } from "./role-text.ts";

export const handle = { hydrate: true };
export const meta = titled("Add a person");

export const loader = loaderFor("people.manage", async ({ context }) => ({
  partnerships: (await listPartnerships(context)).map(({ id, name }) => ({ value: id, text: name })),
}));

export const action = actionFor("people.manage", async ({ context, platform, formData }) => {
  const form = parseForm(newPersonSchema, await formData());
  if (!form.ok) return invalid(form);
  const { partnershipId, role, ...person } = form.data;
  const memberships = partnershipId !== null && role !== null ? [{ partnershipId, role }] : [];
  const result = await addPerson(context, { ...person, memberships });
  if (!result.ok) return invalid(refuse(form, result.errors));
  const { personId, token, expiresAt } = result.value;
  const href = `${platform.settings.publicUrl}${CHOOSE_PASSWORD_PATH}/${token}`;
  return { ok: true as const, personId, name: person.name, href, expiresAt };
});

export default function NewPersonPage() {
  const { partnerships } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: newPersonSchema, result: useFormResult() });
  const added = useActionData<typeof action>();
  if (added?.ok) return <Added {...added} />;
  return (
    <PageLayout backLink={{ href: "/people" }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption="People">Add a person</PageHeading>
      <Form {...form.props}>
        <PersonFields form={form} />
        <Select
          {...form.field("partnershipId")}
          label="Which partnership do they belong to?"
          hint="You can add more partnerships afterwards"
          empty="No partnership yet"
          items={partnerships}
        />
        <Radios {...form.field("role")} legend="What is their role in it?" items={ROLE_ITEMS} />
        <Button>Add person</Button>
      </Form>
    </PageLayout>
  );
}

function Added(props: { personId: number; name: string; href: string; expiresAt: string }) {
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "People", href: "/people" },
      ]}
    >
      <PageHeading>{props.name} has been added</PageHeading>
      <LinkNotice {...props} />
      <p className="govuk-body">
        <a className="govuk-link" href={`/people/${props.personId}`}>
          Continue to {props.name}
        </a>
      </p>
    </PageLayout>
  );
}
