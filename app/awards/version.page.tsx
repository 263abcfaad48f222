import { useLoaderData } from "@remix-run/react";
import { listFigureSources } from "#app/attachments/index.server.ts";
import { findSource } from "#app/partnerships/index.server.ts";
import { may } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { VERSION_KINDS, writingPartnerships } from "./award.ts";
import { AwardLinesTable } from "./award-lines-table.tsx";
import { getAward } from "./awards.queries.server.ts";
import { SourceOfAmount } from "./figure-sources/source-of-amount.tsx";
import { ComparedWith } from "./moved/compared-with.tsx";
import { type MovedBy, movedBetween, parseMovedBy } from "./moved/moved.rules.ts";
import { MovedMoney } from "./moved/moved-money.tsx";
import { projectsToOpen } from "./projects-to-open.server.ts";
import { spanOf, versionBefore } from "./version-span.rules.ts";
import { VersionSummary } from "./version-summary.tsx";
import { listLines, listVersions } from "./versions.queries.server.ts";

export const meta = titled<typeof loader>(
  ({ data: { award, version } }) => `Version ${version.number} of ${award.reference}`,
);

export const loader = loaderFor("register.read", async ({ context, params, url }) => {
  const award = await getAward(context, numericId(params.id));
  const number = numericId(params.number);
  const versions = await listVersions(context, award.id);
  const version = versions.find((each) => each.number === number);
  if (!version) throw new NotFoundError(`No version ${number} of this award`);
  const asked = Number(url.searchParams.get("from"));
  const others = versions.filter((each) => each.number !== number);
  const from = others.find((each) => each.number === asked) ?? versionBefore(versions, version);
  const lines = await listLines(context, version.id);
  const by = parseMovedBy(url.searchParams.get("by"));
  return {
    award: { id: award.id, reference: award.reference, title: award.title },
    version,
    others,
    from: from?.number ?? null,
    moved: movedBetween(from ? await listLines(context, from.id) : [], lines, by),
    span: spanOf(versions, version),
    lines,
    readableProjectIds: await projectsToOpen(context, lines),
    figureSources: await listFigureSources(context, { awardId: award.id }),
    mayState: may(context.actor, "award.draft", writingPartnerships(award.partnerships)),
    source: await findSource(context, version.sourceDocumentId, version.sourceParagraph),
  };
});

export default function VersionPage() {
  const { award, version, others, from, moved, span, lines, readableProjectIds, source, ...page } =
    useLoaderData<typeof loader>();
  const here = (parts: { from: number; by: MovedBy }) =>
    `/awards/${award.id}/versions/${version.number}?from=${parts.from}&by=${parts.by}#moved`;
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
      <SourceOfAmount
        awardId={award.id}
        version={version}
        sources={page.figureSources}
        mayState={page.mayState}
      />
      <AwardLinesTable
        caption="Its lines"
        lines={lines}
        basis={version.amountBasis}
        readableProjectIds={readableProjectIds}
        empty="A void version has no lines."
      />
      {from !== null && (
        <>
          <MovedMoney
            caption={`What moved from version ${from} to version ${version.number}`}
            moved={moved}
            hrefBy={(by) => here({ from, by })}
          />
          <ComparedWith
            versions={others}
            from={from}
            hrefFrom={(number) => here({ from: number, by: moved.by })}
          />
        </>
      )}
    </PageLayout>
  );
}
