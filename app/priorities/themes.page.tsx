import { useLoaderData } from "@remix-run/react";
import { loaderFor } from "#app/platform/page.server.ts";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { listThemes } from "./priorities.queries.server.ts";

export const meta = titled("Themes");

export const loader = loaderFor("reference.read", async ({ context }) => ({
  themes: await listThemes(context),
}));

export default function Themes() {
  const { themes } = useLoaderData<typeof loader>();
  return (
    <PageLayout breadcrumbs={[{ text: "Home", href: "/" }]}>
      <PageHeading>Themes</PageHeading>
      <p className="govuk-body">
        The common set that the priority areas of all partnerships are mapped to, so that money can be
        compared.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {themes.map((theme) => (
          <li key={theme.id}>{theme.name}</li>
        ))}
      </ul>
    </PageLayout>
  );
}
