import { useLoaderData } from "@remix-run/react";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { addMemberOrganisation } from "./add-member-organisation.server.ts";
import { MemberTable } from "./member-table.tsx";
import { listMembers } from "./organisations.queries.server.ts";
import { MEMBER_ROLE_NAMES, MEMBER_ROLES } from "./partnership.rules.ts";
import { memberSchema } from "./partnership.schema.ts";
import { getPartnership } from "./partnerships.queries.server.ts";
import { removeMemberOrganisation } from "./remove-member-organisation.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Member organisations");

export const loader = loaderFor("partnership.manage", async ({ context, params }) => {
  const { id, name } = await getPartnership(context, numericId(params.id));
  return { id, name, members: await listMembers(context, id) };
});

export const action = actionFor("partnership.manage", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const here = `/partnerships/${id}/members`;
  const data = await formData();
  if (data.get("intent") === "remove") {
    await removeMemberOrganisation(context, id, numericId(String(data.get("memberId"))));
    return redirectTo(here, { message: "The organisation is no longer a member" });
  }
  const form = parseForm(memberSchema, data);
  if (!form.ok) return invalid(form);
  const result = await addMemberOrganisation(context, id, form.data);
  if (!result.ok) return invalid(refuse(form, result.errors));
  return redirectTo(here, { message: `${form.data.organisation} is now a member` });
});

export default function Members() {
  const { id, name, members } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: memberSchema, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: `/partnerships/${id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={name}>Change its members</PageHeading>
      <MemberTable
        members={members}
        action={(member) => (
          <Form method="post">
            <HiddenField name="memberId" value={member.id} />
            <Button secondary name="intent" value="remove">
              Remove<VisuallyHidden> {member.name}</VisuallyHidden>
            </Button>
          </Form>
        )}
      />
      <h2 className="govuk-heading-m">Add a member organisation</h2>
      <Form {...form.props}>
        <Input {...form.field("organisation")} label="Name of the organisation" />
        <Radios
          {...form.field("role")}
          legend="Is it a responsible authority?"
          hint="The police, the local authorities, the fire and rescue service, the integrated care board and the probation service are."
          items={MEMBER_ROLES.map((role) => ({ value: role, text: MEMBER_ROLE_NAMES[role] }))}
        />
        <Input
          {...form.field("roleDetail")}
          label="What part does it play? (optional)"
          hint="In the partnership’s own words, like ‘chairs the executive board’"
        />
        <Button>Add member</Button>
      </Form>
    </PageLayout>
  );
}
