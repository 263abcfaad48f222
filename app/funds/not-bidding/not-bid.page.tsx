import { useLoaderData } from "@remix-run/react";
import { loaderFor } from "#app/platform/page.server.ts";
import { ExportLink } from "#app/ui/layout/export-link.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { breadcrumbs } from "../breadcrumbs.ts";
import { NotBidTable } from "./not-bid-table.tsx";
import { listNotBid, takesBackOf } from "./not-bidding.queries.server.ts";
import { byWhatBecame } from "./not-bidding.rules.ts";

export const meta = titled("Rounds that we did not bid for");

export const loader = loaderFor("register.read", async ({ context }) => {
  const decisions = await listNotBid(context);
  return { ...byWhatBecame(decisions), takesBackOf: takesBackOf(context, decisions) };
});

export default function NotBidPage() {
  const { standing, overtaken, takesBackOf } = useLoaderData<typeof loader>();
  return (
    <PageLayout breadcrumbs={breadcrumbs.rounds}>
      <PageHeading>Rounds that we did not bid for</PageHeading>
      <NotBidTable
        decisions={standing}
        caption="Decisions not to bid, the latest first"
        withRound
        takesBackOf={takesBackOf}
      />
      {overtaken.length > 0 && (
        <NotBidTable
          decisions={overtaken}
          caption="Bid for after all, or the decision was taken back"
          withRound
          takesBackOf={takesBackOf}
        />
      )}
      <ExportLink href="/exports/not-bid">Export these decisions</ExportLink>
    </PageLayout>
  );
}
