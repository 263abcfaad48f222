import { useLoaderData } from "@remix-run/react";
import { loaderFor } from "#app/platform/page.server.ts";
import { PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getPublicReport } from "./published.queries.server.ts";
import { PublishedContent } from "./published-content.tsx";

export const meta = titled<typeof loader>(({ data }) => data.published.title);

/** A published report for anybody who has its address: as it was handed out, and not who did it. */
export const loader = loaderFor("public", async ({ context, params }) => {
  const published = await getPublicReport(context, params.name ?? "");
  const { withdrawal } = published;
  return {
    published: { ...published, publishedBy: null, withdrawal: withdrawal && { ...withdrawal, by: null } },
  };
});

export default function PublicReport() {
  const { published } = useLoaderData<typeof loader>();
  return (
    <PageLayout>
      <PublishedContent published={published} filesAt={`/public/${published.publicName}`} />
      <p className="govuk-body-s">
        Fingerprint (SHA-256 of its files, one after another):{" "}
        <code className="app-fingerprint">{published.fingerprint}</code>
      </p>
    </PageLayout>
  );
}
