import { useLoaderData } from "@remix-run/react";
import { loaderFor } from "#app/platform/page.server.ts";
import { messageCookieName } from "#app/platform/platform.server.ts";
import { sessionCookieName } from "#app/platform/session.server.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";

export const meta = titled("Cookies");

export const loader = loaderFor("public", ({ platform: { environment } }) => ({
  sessionCookie: sessionCookieName(environment.secure),
  messageCookie: messageCookieName(environment.secure),
  idleMinutes: environment.sessionIdleMinutes,
  absoluteHours: environment.sessionAbsoluteHours,
}));

export default function Cookies() {
  const { sessionCookie, messageCookie, idleMinutes, absoluteHours } = useLoaderData<typeof loader>();
  const cookies = [
    {
      name: sessionCookie,
      purpose: "Keeps you signed in",
      lasts: `Until you sign out or close the browser. It stops working after ${idleMinutes} minutes without use, and ${absoluteHours} hours after you signed in.`,
    },
    {
      name: messageCookie,
      purpose: "Shows once what you have just done",
      lasts: "Until it is shown; at most 1 minute",
    },
  ];
  return (
    <PageLayout>
      <PageHeading>Cookies</PageHeading>
      <p className="govuk-body">
        Cookies are small files that this service saves in your browser. It uses only those that it cannot
        work without. Nothing measures or follows you, so there is nothing to accept or refuse.
      </p>
      <Table
        caption="The cookies of this service"
        rows={cookies}
        rowKey={(cookie) => cookie.name}
        columns={[
          { heading: "Name", rowHeader: true, cell: (cookie) => cookie.name },
          { heading: "What it is for", cell: (cookie) => cookie.purpose },
          { heading: "How long it lasts", cell: (cookie) => cookie.lasts },
        ]}
      />
    </PageLayout>
  );
}
