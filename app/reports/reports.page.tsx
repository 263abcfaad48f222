import { loaderFor } from "#app/platform/page.server.ts";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { fundingSecuredHref } from "./funding-secured.schema.ts";
import { GROUPING_NAMES, GROUPINGS } from "./funding-secured.ts";

export const meta = titled("Reports");

export const loader = loaderFor("register.read", () => ({}));

export default function Reports() {
  return (
    <PageLayout breadcrumbs={[{ text: "Home", href: "/" }]}>
      <PageHeading>Reports</PageHeading>
      <h2 className="govuk-heading-m">
        <a className="govuk-link" href="/reports/funding-secured">
          Funding secured
        </a>
      </h2>
      <p className="govuk-body">
        What was awarded, as revised: shares, what is not yet apportioned, and the proof that no pound is
        counted twice. As at any date, as it was known on any date.
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href="/exports">
          Exports
        </a>{" "}
        holds the same figures as files.
      </p>
      <p className="govuk-body">Grouped by:</p>
      <ul className="govuk-list govuk-list--bullet">
        {GROUPINGS.map((by) => (
          <li key={by}>
            <a className="govuk-link" href={fundingSecuredHref({ by })}>
              {GROUPING_NAMES[by]}
            </a>
          </li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">
        <a className="govuk-link" href="/reports/outcomes-against-money">
          Outcomes against money
        </a>
      </h2>
      <p className="govuk-body">
        By priority area: what was secured, for which projects, what was measured there, and where something
        is missing between the two.
      </p>
      <h2 className="govuk-heading-m">
        <a className="govuk-link" href="/reports/yearly">
          Yearly report of a partnership
        </a>
      </h2>
      <p className="govuk-body">
        For scrutiny: priority areas, funding with its proof, bids won, lost and not made, projects, outcomes,
        and what changed since last year’s report.
      </p>
      <h2 className="govuk-heading-m">
        <a className="govuk-link" href="/reports/changes">
          What changed between two reports
        </a>
      </h2>
      <p className="govuk-body">
        Funding secured, success of bids or award status at two moments, or as they were published, and every
        change of an award or bid that makes the difference, with its reason.
      </p>
      <h2 className="govuk-heading-m">
        <a className="govuk-link" href="/reports/success">
          Success of bids
        </a>
      </h2>
      <p className="govuk-body">
        Bids made, decided, won and lost, by number and by value: by funder, theme, partnership and year, with
        what is left out; and what may still come.
      </p>
      <h2 className="govuk-heading-m">
        <a className="govuk-link" href="/reports/award-status">
          Award status
        </a>
      </h2>
      <p className="govuk-body">
        Claims due, money at risk by 31 March, conditions open and returns late, award by award. What stands
        where today is under{" "}
        <a className="govuk-link" href="/standing">
          Where things stand
        </a>
        .
      </p>
      <h2 className="govuk-heading-m">
        <a className="govuk-link" href="/pipeline">
          Pipeline
        </a>
      </h2>
      <p className="govuk-body">
        Bids that are not yet decided: what is requested and what is expected, by stage, by the month of the
        decision and by delivery year.
      </p>
      <h2 className="govuk-heading-m">
        <a className="govuk-link" href="/reports/transparency">
          Transparency lists
        </a>
      </h2>
      <p className="govuk-body">
        Grants to voluntary bodies by the Local Government Transparency Code, and grants of police and crime
        commissioners with their conditions and reasons.
      </p>
      <h2 className="govuk-heading-m">
        <a className="govuk-link" href="/reports/reconcile">
          Reconcile with funders’ lists
        </a>
      </h2>
      <p className="govuk-body">
        What a funder published, held against the awards: what agrees, what differs, and what only one of the
        two has.
      </p>
      <h2 className="govuk-heading-m">
        <a className="govuk-link" href="/published">
          Published reports
        </a>
      </h2>
      <p className="govuk-body">
        Reports as they were handed to scrutiny and the public, unchanged for ever, each with what has changed
        since.
      </p>
    </PageLayout>
  );
}
