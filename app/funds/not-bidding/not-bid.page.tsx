import { useLoaderData } from "@remix-run/react";
import { loaderFor } from "#app/platform/page.server.ts";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { breadcrumbs } from "../breadcrumbs.ts";
import { NotBidTable } from "./not-bid-table.tsx";
import { listNotBid } from "./not-bidding.queries.server.ts";

export const meta = titled("Rounds that we did not bid for");

export const loader = loaderFor("register.read", async ({ context }) => ({
  decisions: await listNotBid(context),
}));

export default function NotBidPage() {
  const { decisions } = useLoaderData<typeof loader>();
  return (
    <PageLayout breadcrumbs={breadcrumbs.rounds}>
      <PageHeading>Rounds that we did not bid for</PageHeading>
      <NotBidTable decisions={decisions} caption="Decisions not to bid, the latest first" withRound />
    </PageLayout>
  );
}
