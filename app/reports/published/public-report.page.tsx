import { useLoaderData } from "@remix-run/react";
import { loaderFor } from "#app/platform/page.server.ts";
import { PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getPublicReport } from "./published.queries.server.ts";
import { PublishedContent } from "./published-content.tsx";
import { publicSince } from "./since/public-since.queries.server.ts";
import { publicSinceWords } from "./since/public-since.rules.ts";

export const meta = titled<typeof loader>(({ data }) => data.published.title);

/** A published report for anybody who has its address: as it was handed out, and not who did it. */
export const loader = loaderFor("public", async ({ context, params, platform }) => {
  const published = await getPublicReport(context, params.name ?? "");
  const { withdrawal } = published;
  return {
    since: publicSinceWords(await publicSince(context, published)),
    membersHref: `${platform.settings.publicUrl}/published/${published.id}`,
    published: { ...published, publishedBy: null, withdrawal: withdrawal && { ...withdrawal, by: null } },
  };
});

export default function PublicReport() {
  const { published, since, membersHref } = useLoaderData<typeof loader>();
  return (
    <PageLayout>
      <PublishedContent
        published={published}
        filesAt={`/public/${published.publicName}`}
        withdrawnBy={`for ${published.partnership}`}
      />
      <h2 className="govuk-heading-m">What has changed since</h2>
      {since.map((words) => (
        <p className="govuk-body" key={words}>
          {words}
        </p>
      ))}
      <p className="govuk-body">
        People with a role in the partnership find each change with its reason at{" "}
        <a className="govuk-link app-fingerprint" href={membersHref}>
          {membersHref}
        </a>
        .
      </p>
      <p className="govuk-body-s">
        Fingerprint (SHA-256 of its files, one after another):{" "}
        <code className="app-fingerprint">{published.fingerprint}</code>
      </p>
    </PageLayout>
  );
}
