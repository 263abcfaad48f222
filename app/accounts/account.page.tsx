import { useLoaderData } from "@remix-run/react";
import { partnershipNames } from "#app/partnerships/index.server.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getOwnAccount } from "./people.queries.server.ts";
import { RoleList } from "./role-list.tsx";
import { roleTexts } from "./role-text.ts";

export const meta = titled("Your account");

export const loader = loaderFor("signed-in", async ({ context }) => {
  const names = await partnershipNames(context);
  const person = await getOwnAccount(context);
  return {
    name: person.name,
    email: person.email,
    hasPassword: person.hasPassword,
    readsRegister: may(context.actor, "register.read"),
    roles: roleTexts(person, (id) => names.get(id) ?? ""),
  };
});

export default function Account() {
  const account = useLoaderData<typeof loader>();
  const changePassword = { href: "/account/password", text: "Change", hiddenText: "password" };
  return (
    <PageLayout breadcrumbs={[{ text: "Home", href: "/" }]}>
      <PageHeading>Your account</PageHeading>
      <SummaryList
        rows={[
          { key: "Name", value: account.name },
          { key: "Email address", value: account.email },
          { key: "Roles", value: <RoleList texts={account.roles} /> },
          account.hasPassword && { key: "Password", value: "Chosen", actions: [changePassword] },
        ]}
      />
      {account.readsRegister && (
        <p className="govuk-body">
          <a className="govuk-link" href="/account/tokens">
            Access for spreadsheets
          </a>{" "}
          lets Excel and Power BI fetch files again by themselves.
        </p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href="/account/data.json">
          Download what is held about you
        </a>
      </p>
      <p className="govuk-body">If your name, address or role is not right, tell an administrator.</p>
    </PageLayout>
  );
}
