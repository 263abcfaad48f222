import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { Tag } from "#app/ui/govuk/tag.tsx";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { decimalsFor } from "../amount.tsx";
import { overAllocationWords } from "../over-allocation/over-allocation.ts";
import { type Holding, onwardFlags, passedOnFigures, statusOf } from "./onward-grant.rules.ts";
import type { OnwardGrant } from "./onward-grant.ts";
import { ONWARD_STATUS_WORDS } from "./onward-words.ts";

type OnwardGrantsPanelProps = {
  awardId: number;
  onward: { award: Holding; grants: readonly OnwardGrant[] };
  mayRecord: boolean;
  maySeal: boolean;
};

/** What an award passes on to delivery organisations, on its own page: each grant, what they sum to, what is left. */
export function OnwardGrantsPanel({ awardId, onward, mayRecord, maySeal }: OnwardGrantsPanelProps) {
  const { award, grants } = onward;
  const figures = passedOnFigures(award, grants);
  const percentage = award.percentage ?? 100;
  const passedOnPence = figures.awardsPence + figures.grantsPence;
  const meant = overAllocationWords({ amountPence: award.amountPence, percentage }, passedOnPence);
  return (
    <section aria-labelledby="onward-grants">
      <h2 className="govuk-heading-m" id="onward-grants">
        Onward grants
      </h2>
      {grants.length > 0 && (
        <SummaryList
          rows={[
            { key: "Amount", value: <Money pence={award.amountPence} /> },
            figures.awardsPence > 0 && {
              key: "Passed on to other awards",
              value: <Money pence={figures.awardsPence} />,
            },
            { key: "Passed on in onward grants", value: <Money pence={figures.grantsPence} /> },
            { key: "Left", value: <Money pence={figures.leftPence} /> },
          ]}
        />
      )}
      {meant !== null && <InsetText>{meant}.</InsetText>}
      {onwardFlags(award, grants).map((flag) => (
        <WarningText key={flag}>{flag}.</WarningText>
      ))}
      <Table
        caption="Grants to delivery organisations"
        captionHidden
        rows={grants}
        rowKey={(grant) => grant.id}
        empty="Nothing is passed on to a delivery organisation."
        columns={columnsFor(awardId, grants)}
      />
      <ul className="govuk-list app-no-print">
        {mayRecord && (
          <li>
            <a className="govuk-link" href={`/awards/${awardId}/onward-grants/new`}>
              Record an onward grant
            </a>
          </li>
        )}
        {maySeal && (
          <li>
            <a className="govuk-link" href={`/awards/${awardId}/over-allocation`}>
              {percentage === 100
                ? "Say that more may be passed on than the award holds"
                : `Up to ${percentage}% of the award may be passed on: change that`}
            </a>
          </li>
        )}
        <li>
          <a className="govuk-link" href={`/awards/${awardId}/chain`}>
            The chain of this money, from the funder to whoever spends it, as a drawing
          </a>
        </li>
      </ul>
    </section>
  );
}

function columnsFor(awardId: number, grants: readonly OnwardGrant[]): Column<OnwardGrant>[] {
  const decimals = decimalsFor(
    grants.flatMap(({ amountPence, paidPence, returnedPence }) => [amountPence, paidPence, returnedPence]),
  );
  const money = (pence: number | null) => <Money pence={pence} decimals={decimals} />;
  return [
    {
      heading: "Organisation",
      rowHeader: true,
      cell: ({ id, recipient }) => (
        <a className="govuk-link" href={`/awards/${awardId}/onward-grants/${id}`}>
          {recipient}
        </a>
      ),
    },
    { heading: "Agreed", cell: ({ agreedOn }) => <DateText date={agreedOn} /> },
    { heading: "State", cell: (grant) => <OnwardStatusTag grant={grant} /> },
    { heading: "Amount", numeric: true, cell: ({ amountPence }) => money(amountPence) },
    { heading: "Paid", numeric: true, cell: ({ paidPence }) => money(paidPence) },
    { heading: "Returned", numeric: true, cell: ({ returnedPence }) => money(returnedPence) },
  ];
}

/** Where a grant stands. */
export function OnwardStatusTag({ grant }: { grant: OnwardGrant }) {
  const { text, colour } = ONWARD_STATUS_WORDS[statusOf(grant)];
  return <Tag colour={colour}>{text}</Tag>;
}
