import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { personSchema } from "./accounts.schema.ts";
import { changePerson } from "./change-person.server.ts";
import { getPerson } from "./people.queries.server.ts";
import { PersonFields } from "./person-fields.tsx";

export const handle = { hydrate: true };
export const meta = titled("Change a person");

export const loader = loaderFor("people.manage", async ({ context, params }) => {
  const { id, name, email, isAdministrator, version } = await getPerson(context, numericId(params.id));
  return { person: { id, name, email, isAdministrator, version } };
});

export const action = actionFor("people.manage", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(personSchema, await formData());
  if (!form.ok) return invalid(form);
  const isSelf = context.actor.kind === "person" && context.actor.id === id;
  return answerForm(form, changePerson(context, id, form.data), () =>
    redirectTo(isSelf ? "/" : `/people/${id}`, { message: "The person has been changed" }),
  );
});

export default function EditPerson() {
  const { person } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: personSchema,
    defaults: {
      name: person.name,
      email: person.email,
      isAdministrator: person.isAdministrator ? "yes" : "",
      version: String(person.version),
    },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/people/${person.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption="People">Change {person.name}</PageHeading>
      <Form {...form.props}>
        <PersonFields form={form} />
        <Button>Save</Button>
      </Form>
    </PageLayout>
  );
}
