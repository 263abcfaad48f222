import type { ReactNode } from "react";
import { formatDate, type PartialDate, precisionOf } from "#app/core/calendar-date.ts";
import { type Source, SourceNote } from "#app/partnerships/index.ts";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import type { Award } from "./award.ts";
import { type AwardOwner, ownerWords } from "./owner/owner.ts";
import { Paragraphs, RecordLink } from "./record-links.tsx";
import type { Version } from "./version.ts";

type AwardSummaryProps = {
  award: Award;
  owner: AwardOwner | null;
  mayWrite: boolean;
  current: Pick<Version, "fund" | "funder"> | null;
  source: Source | null;
};

/** The facts of an award, apart from its money. */
export function AwardSummary({ award, owner, mayWrite, current, source }: AwardSummaryProps) {
  const { fund = null, funder = null } = current ?? {};
  return (
    <>
      <SummaryList
        rows={[
          { key: "Partnerships", value: <Partnerships award={award} /> },
          { key: "Funder", value: funder ? <RecordLink to="funders" record={funder} /> : <NotRecorded /> },
          { key: "Fund", value: fund ? <RecordLink to="funds" record={fund} /> : <NotRecorded /> },
          {
            key: "Round",
            value: award.round ? <RecordLink to="rounds" record={award.round} /> : <NotRecorded />,
          },
          { key: "Bid", value: <BidLink award={award} /> },
          { key: "Owner", value: ownerWords(owner), actions: mayWrite ? changeOwner(award.id) : [] },
          { key: "Accountable body", value: award.accountableBody ?? <NotRecorded /> },
          textRow("Received through", award.receivedThrough),
          textRow("Recipient", award.recipient),
          { key: "Delivery", value: deliveryOf(award) ?? <NotRecorded /> },
          textRow("Purpose", award.purpose),
          textRow("Status", award.statusNote),
          textRow("Note", award.note),
        ]}
      />
      <SourceNote source={source} />
    </>
  );
}

function changeOwner(awardId: number) {
  return [{ href: `/awards/${awardId}/owner`, text: "Change", hiddenText: "the owner" }];
}

function textRow(key: string, text: string | null) {
  return text !== null && { key, value: <Paragraphs text={text} /> };
}

const PARTS = { lead: "lead", partner: null, recorder: "records it, takes no part" } as const;

function Partnerships({ award }: { award: Award }) {
  const noLead = !award.partnerships.some((each) => each.part === "lead");
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {award.partnerships.map(({ partnershipId, name, part }) => (
        <li key={partnershipId}>
          <RecordLink to="partnerships" record={{ id: partnershipId, name }} />
          {PARTS[part] && ` (${PARTS[part]})`}
        </li>
      ))}
      {noLead && award.partnerships.length > 1 && <li className="app-unknown">no lead recorded</li>}
    </ul>
  );
}

function BidLink({ award: { bid } }: { award: Award }): ReactNode {
  if (bid === null) return <NotRecorded />;
  return <RecordLink to="bids" record={{ id: bid.id, name: `${bid.reference} ${bid.title}` }} />;
}

/** "From 1 April 2024 until 31 March 2025", "In the financial year 2020 to 2021"; null where neither is recorded. */
function deliveryOf({ deliveryFrom, deliveryTo }: Award): string | null {
  const [from, to] = [deliveryFrom && dateWords(deliveryFrom), deliveryTo && dateWords(deliveryTo)];
  if (from && from === to) return `${precisionOf(deliveryFrom ?? "") === "day" ? "On" : "In"} ${from}`;
  if (to === null) return from && `From ${from}`;
  return from ? `From ${from} until ${to}` : `Until ${to}`;
}

function dateWords(date: PartialDate): string {
  return `${precisionOf(date) === "financial-year" ? "the financial year " : ""}${formatDate(date)}`;
}
