import { useActionData, useLoaderData } from "@remix-run/react";
import { partnershipNames } from "#app/partnerships/index.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { ROLE_NAMES } from "#app/platform/permissions.ts";
import { hasOpenWork } from "#app/tasks/index.server.ts";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormResult } from "#app/ui/forms/use-form-page.ts";
import { LinkButton } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { AccountState } from "./account-state.tsx";
import { personIntentSchema } from "./accounts.schema.ts";
import { disablePerson, enablePerson } from "./disable-person.server.ts";
import { LinkNotice } from "./link-notice.tsx";
import { CHOOSE_PASSWORD_PATH } from "./one-time-links.server.ts";
import { getPerson } from "./people.queries.server.ts";
import { PersonButtons } from "./person-buttons.tsx";
import { renewLink } from "./renew-link.server.ts";

export const meta = titled<typeof loader>(({ data }) => data.person.name);

export const loader = loaderFor("people.manage", async ({ context, params, platform }) => {
  const names = await partnershipNames(context);
  const { roles, ...person } = await getPerson(context, numericId(params.id));
  return {
    demo: platform.settings.demo,
    person,
    hasOpenWork: await hasOpenWork(context, person.id),
    roles: roles.map((role) => ({ ...role, partnership: names.get(role.partnershipId) ?? "" })),
  };
});

export const action = actionFor("people.manage", async ({ context, params, platform, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(personIntentSchema, await formData());
  if (!form.ok) return invalid(form);
  if (form.data.intent === "renew-link") {
    const result = await renewLink(context, id);
    if (!result.ok) return invalid(refuse(form, result.errors));
    const { token, expiresAt } = result.value;
    return {
      ok: true as const,
      href: `${platform.settings.publicUrl}${CHOOSE_PASSWORD_PATH}/${token}`,
      expiresAt,
    };
  }
  const disable = form.data.intent === "disable";
  const result = disable ? await disablePerson(context, id) : await enablePerson(context, id);
  if (!result.ok) return invalid(refuse(form, result.errors));
  const message = disable ? "The person is disabled and signed out" : "The person can sign in again";
  return redirectTo(`/people/${id}`, { message });
});

export default function PersonPage() {
  const { person, roles, demo, hasOpenWork: looksAfter } = useLoaderData<typeof loader>();
  const refused = useFormResult();
  const done = useActionData<typeof action>();
  const change = (hiddenText: string) => [{ href: `/people/${person.id}/edit`, text: "Change", hiddenText }];
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "People", href: "/people" },
      ]}
    >
      <ErrorSummary errors={Object.values(refused?.errors ?? {}).map((text) => ({ text }))} />
      <PageHeading>{person.name}</PageHeading>
      {done?.ok && <LinkNotice name={person.name} {...done} />}
      {looksAfter && (
        <WarningText>
          {person.isDisabled || roles.length === 0
            ? "This account has ended and still looks after open bids or has open tasks. A manager of the partnership can hand them over."
            : "This person looks after open bids or has open tasks. Have them handed over before the account ends."}
        </WarningText>
      )}
      <SummaryList
        rows={[
          { key: "Name", value: person.name, actions: change("name") },
          { key: "Email address", value: person.email, actions: change("email address") },
          {
            key: "Administrator",
            value: person.isAdministrator ? "Yes" : "No",
            actions: change("whether an administrator"),
          },
          { key: "Account", value: <AccountState person={person} demo={demo} /> },
        ]}
      />
      <Table
        caption="Roles"
        rows={roles}
        rowKey={(role) => role.partnershipId}
        empty="No role in any partnership yet."
        columns={[
          { heading: "Partnership", rowHeader: true, cell: (role) => role.partnership },
          { heading: "Role", cell: (role) => ROLE_NAMES[role.role] },
          {
            heading: "Action",
            cell: (role) => (
              <a className="govuk-link" href={`/people/${person.id}/roles/${role.partnershipId}`}>
                Change or remove<VisuallyHidden> the role in {role.partnership}</VisuallyHidden>
              </a>
            ),
          },
        ]}
      />
      <LinkButton secondary href={`/people/${person.id}/roles/new`}>
        Add a role
      </LinkButton>
      <p className="govuk-body">
        <a className="govuk-link" href={`/people/${person.id}/data.json`}>
          Download what is held about this person
        </a>
      </p>
      <PersonButtons isDisabled={person.isDisabled} hasPassword={person.hasPassword} />
    </PageLayout>
  );
}
