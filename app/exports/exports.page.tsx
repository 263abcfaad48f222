import { useLoaderData } from "@remix-run/react";
import { actionFor, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { listExports } from "./export-list.server.ts";
import { FilesUnderWay } from "./files-under-way.tsx";
import { listUnderWay, stopFile } from "./under-way.server.ts";

export const meta = titled("Exports");

export const loader = loaderFor("signed-in", ({ context }) => ({
  groups: listExports(context),
  underWay: listUnderWay(context),
}));

export const action = actionFor("signed-in", async ({ context, formData }) => {
  stopFile(context, String((await formData()).get("stop")));
  return redirectTo("/exports", {
    message: "The file is not made any further: what arrived of it is not whole",
  });
});

export default function Exports() {
  const { groups, underWay } = useLoaderData<typeof loader>();
  return (
    <PageLayout breadcrumbs={[{ text: "Home", href: "/" }]}>
      <PageHeading>Exports</PageHeading>
      <p className="govuk-body">
        Files for spreadsheets and other programs. Each holds all of what you can see, and says as at which
        day, as it was known when, and how it agrees with the pages. Who exported what is kept in the audit
        log.
      </p>
      <FilesUnderWay files={underWay} />
      {groups.length === 0 && <p className="govuk-body">There is nothing that you can export.</p>}
      {groups.map(({ heading, exports }) => (
        <section key={heading}>
          <h2 className="govuk-heading-m">{heading}</h2>
          <ul className="govuk-list">
            {exports.map(({ name, title, about }) => (
              <li key={name}>
                <a className="govuk-link" href={`/exports/${name}`}>
                  {title}
                </a>
                <br />
                {about}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </PageLayout>
  );
}
