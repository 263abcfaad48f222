import { exportHref, type FundingSecuredAddress, fundingSecuredHref } from "./funding-secured.schema.ts";

/** The ways from the report to its files. */
export function ReportFiles({ address }: { address: FundingSecuredAddress }) {
  return (
    <>
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={fundingSecuredHref(address, ".csv")}>
          Download this table as CSV
        </a>
      </p>
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={exportHref("funding-secured", address)}>
          Export this table in other formats
        </a>{" "}
        or{" "}
        <a className="govuk-link" href={exportHref("lines", address)}>
          export the lines behind it
        </a>
        .
      </p>
    </>
  );
}

/** The way to the form by which the report is published, for those who may. */
export function PublishLink(props: { address: FundingSecuredAddress; mayPublish: boolean }) {
  if (!props.mayPublish) return null;
  return (
    <p className="govuk-body app-no-print">
      <a className="govuk-link" href={fundingSecuredHref(props.address, "/publish")}>
        Publish this report
      </a>
    </p>
  );
}
