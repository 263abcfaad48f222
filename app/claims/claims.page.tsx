import { useLoaderData } from "@remix-run/react";
import { closedOn, getAward } from "#app/awards/index.server.ts";
import { writingPartnerships } from "#app/awards/index.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { LinkButton } from "#app/ui/govuk/button.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { leftOf } from "./claim-choices.queries.server.ts";
import { findClaimFigures } from "./claim-figures.queries.server.ts";
import { ClaimFigures } from "./claim-figures.tsx";
import { awardedOn, claimedShares, listClaims } from "./claims.queries.server.ts";
import { ClaimsTable } from "./claims-table.tsx";
import { LeftByYear } from "./left-by-year.tsx";
import { ClaimsDue } from "./schedule/claims-due.tsx";
import { findSchedule, listDues } from "./schedule/schedule.queries.server.ts";

export const meta = titled<typeof loader>(({ data }) => `Claims on ${data.award.reference}`);

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  const claims = await listClaims(context.db.read, id);
  return {
    award: { id, reference, title },
    claims,
    schedule: await findSchedule(context.db.read, id),
    dues: await listDues(context.db.read, id),
    today: context.today,
    figures: await findClaimFigures(context, id, claims),
    left:
      claims.length === 0
        ? null
        : leftOf(
            await awardedOn(context.db.read, id, context.today),
            await claimedShares(context.db.read, id, context.today),
          ),
    mayClaim:
      may(context.actor, "claim.write", writingPartnerships(partnerships)) &&
      (await closedOn(context.db.read, id)) === null,
  };
});

export default function Claims() {
  const { award, claims, figures, mayClaim, ...page } = useLoaderData<typeof loader>();
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}` }}>
      <PageHeading caption={`${award.reference} ${award.title}`}>Claims and receipts</PageHeading>
      {mayClaim && <LinkButton href={`/awards/${award.id}/claims/new`}>New claim</LinkButton>}
      <ClaimFigures figures={figures} />
      {page.left && <LeftByYear {...page.left} />}
      <ClaimsDue
        awardId={award.id}
        schedule={page.schedule}
        dues={page.dues}
        today={page.today}
        mayClaim={mayClaim}
      />
      <ClaimsTable awardId={award.id} claims={claims} />
      {claims.length > 0 && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`/exports/claims?award=${award.id}`}>
            Export these claims
          </a>
        </p>
      )}
    </PageLayout>
  );
}
