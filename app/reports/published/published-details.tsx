import { formatDate } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { type Published, TOTAL_NAMES } from "./published.ts";

type DetailsProps = {
  published: Published;
  publicHref: string | null;
  liveHref: string;
  mayWithdraw: boolean;
};

/** Where it comes from, and how anybody can check that it is still the same. */
export function PublishedDetails({ published, publicHref, liveHref, mayWithdraw }: DetailsProps) {
  const totalName = TOTAL_NAMES[published.report];
  return (
    <>
      <h2 className="govuk-heading-m">About this report</h2>
      <SummaryList
        rows={[
          { key: "Published by", value: published.publishedBy ?? "The operator of the register" },
          {
            key: "Who may read it",
            value:
              publicHref === null ? (
                "People with a role in the partnership"
              ) : (
                <>
                  Anybody, at{" "}
                  <a className="govuk-link app-fingerprint" href={publicHref}>
                    {publicHref}
                  </a>
                </>
              ),
          },
          {
            key: "Position in the ledger",
            value: `Up to entry ${published.position.toLocaleString("en-GB")}`,
          },
          {
            key: "Fingerprint",
            value: <code className="app-fingerprint">{published.fingerprint}</code>,
          },
          ...(totalName === undefined
            ? []
            : [{ key: "What its total is of", value: `${formatPounds(published.totalPence)} ${totalName}` }]),
          {
            key: "Its lines",
            value: (
              <a className="govuk-link" href={liveHref}>
                Open the report as at {formatDate(published.asAt)}, with what was known up to that entry
              </a>
            ),
          },
        ]}
      />
      <p className="govuk-body-s">
        The fingerprint is the SHA-256 of its files, one after another in the order in which they stand above.
      </p>
      {mayWithdraw && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`/published/${published.id}/withdraw`}>
            Withdraw this report
          </a>
        </p>
      )}
    </>
  );
}
