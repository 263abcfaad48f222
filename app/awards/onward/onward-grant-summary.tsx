import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { Paragraphs } from "../record-links.tsx";
import type { OnwardGrant } from "./onward-grant.ts";
import { OnwardStatusTag } from "./onward-grants-panel.tsx";

/** What is recorded of an onward grant. */
export function OnwardGrantSummary({ grant }: { grant: OnwardGrant }) {
  const { purpose, cancelledBecause } = grant;
  return (
    <SummaryList
      rows={[
        { key: "State", value: <OnwardStatusTag grant={grant} /> },
        { key: "Charity number", value: grant.charityNumber ?? <NotRecorded /> },
        { key: "Company number", value: grant.companyNumber ?? <NotRecorded /> },
        { key: "What it is for", value: purpose === null ? <NotRecorded /> : <Paragraphs text={purpose} /> },
        { key: "Amount", value: <Money pence={grant.amountPence} /> },
        { key: "Paid", value: <Money pence={grant.paidPence} /> },
        { key: "Returned", value: <Money pence={grant.returnedPence} /> },
        { key: "Agreement signed", value: <DateText date={grant.agreedOn} /> },
        { key: "Reference", value: grant.reference ?? <NotRecorded /> },
        { key: "First day", value: <DateText date={grant.runsFrom} /> },
        { key: "Last day", value: <DateText date={grant.runsTo} /> },
        cancelledBecause !== null && {
          key: "Cancelled",
          value: (
            <>
              <DateText date={grant.cancelledOn} />
              <Paragraphs text={cancelledBecause} />
            </>
          ),
        },
      ]}
    />
  );
}
