import { useLoaderData } from "@remix-run/react";
import { partnershipNames } from "#app/partnerships/index.server.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { removeRoleSchema, roleSchema } from "./accounts.schema.ts";
import { getPerson } from "./people.queries.server.ts";
import { ROLE_ITEMS } from "./role-text.ts";
import { removeRole, setRole } from "./set-role.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Change a role");

export const loader = loaderFor("people.manage", async ({ context, params }) => {
  const person = await getPerson(context, numericId(params.id));
  const partnershipId = numericId(params.partnershipId);
  const role = person.roles.find((one) => one.partnershipId === partnershipId);
  if (!role) throw new NotFoundError("No such role");
  const partnership = (await partnershipNames(context)).get(partnershipId) ?? "";
  const { id, name, version } = person;
  return { person: { id, name, version }, partnership, role: role.role };
});

export const action = actionFor("people.manage", async ({ context, params, formData }) => {
  const place = { personId: numericId(params.id), partnershipId: numericId(params.partnershipId) };
  const data = await formData();
  const back = (message: string) => () => redirectTo(`/people/${place.personId}`, { message });
  if (data.get("intent") === "remove") {
    const form = parseForm(removeRoleSchema, data);
    if (!form.ok) return invalid(form);
    return answerForm(
      form,
      removeRole(context, { ...place, ...form.data }),
      back("The role has been removed"),
    );
  }
  const form = parseForm(roleSchema, data);
  if (!form.ok) return invalid(form);
  return answerForm(form, setRole(context, { ...place, ...form.data }), back("The role has been changed"));
});

export default function RolePage() {
  const { person, partnership, role } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: roleSchema,
    defaults: { role, version: String(person.version) },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/people/${person.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={person.name}>Role in {partnership}</PageHeading>
      <Form {...form.props}>
        <Radios {...form.field("role")} legend="Which role?" items={ROLE_ITEMS} />
        <ButtonGroup>
          <Button>Save</Button>
          <Button warning name="intent" value="remove" formNoValidate>
            Remove this role
          </Button>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
