import { useLoaderData } from "@remix-run/react";
import { findSource } from "#app/partnerships/index.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { listProjects } from "#app/projects/index.server.ts";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { VERSION_KINDS } from "./award.ts";
import { AwardLinesTable } from "./award-lines-table.tsx";
import { getAward } from "./awards.queries.server.ts";
import { compareLines } from "./compare-lines.rules.ts";
import { LineChangesTable } from "./line-changes-table.tsx";
import { spanOf, versionBefore } from "./version-span.rules.ts";
import { VersionSummary } from "./version-summary.tsx";
import { listLines, listVersions } from "./versions.queries.server.ts";

export const meta = titled<typeof loader>(
  ({ data: { award, version } }) => `Version ${version.number} of ${award.reference}`,
);

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const award = await getAward(context, numericId(params.id));
  const number = numericId(params.number);
  const versions = await listVersions(context, award.id);
  const version = versions.find((each) => each.number === number);
  if (!version) throw new NotFoundError(`No version ${number} of this award`);
  const before = versionBefore(versions, version);
  const lines = await listLines(context, version.id);
  const changes = compareLines(before ? await listLines(context, before.id) : [], lines);
  return {
    award: { id: award.id, reference: award.reference, title: award.title },
    version,
    before: before?.number ?? null,
    span: spanOf(versions, version),
    lines,
    changes: changes.filter((each) => each.change !== 0),
    readableProjectIds: (await listProjects(context)).map(({ id }) => id),
    source: await findSource(context, version.sourceDocumentId, version.sourceParagraph),
  };
});

export default function VersionPage() {
  const { award, version, before, span, lines, changes, readableProjectIds, source } =
    useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Awards", href: "/awards" },
        { text: award.reference, href: `/awards/${award.id}` },
      ]}
    >
      <PageHeading caption={`${award.reference} ${award.title}`}>
        Version {version.number}: {VERSION_KINDS[version.kind].name.toLowerCase()}
      </PageHeading>
      <VersionSummary version={version} span={span} source={source} />
      <AwardLinesTable
        caption="Its lines"
        lines={lines}
        basis={version.amountBasis}
        readableProjectIds={readableProjectIds}
        empty="A void version has no lines."
      />
      {before !== null && (
        <LineChangesTable
          caption={`What changed from version ${before}`}
          changes={changes}
          empty={`The lines are those of version ${before}.`}
        />
      )}
    </PageLayout>
  );
}
