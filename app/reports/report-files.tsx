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

/** The ways from a report to its file and, for those who may, to the form by which it is published. */
export function ExportOrPublish(props: { exported: string; published: string | null; text: string }) {
  return (
    <p className="govuk-body app-no-print">
      <a className="govuk-link" href={props.exported}>
        {props.text}
      </a>
      {props.published !== null && (
        <>
          {" "}
          or{" "}
          <a className="govuk-link" href={props.published}>
            publish this report
          </a>
        </>
      )}
      {props.published === null && `. ${WHO_PUBLISHES}`}
    </p>
  );
}

/** Said of a report to those who may not publish it. */
export const WHO_PUBLISHES =
  "Managers and finance officers of a partnership can publish its reports: ask one of them.";

/** The way to the form by which the report is published, for those who may. */
export function PublishLink(props: { address: FundingSecuredAddress; mayPublish: boolean }) {
  if (!props.mayPublish) {
    return <p className="govuk-body app-no-print">{WHO_PUBLISHES}</p>;
  }
  return (
    <p className="govuk-body app-no-print">
      <a className="govuk-link" href={fundingSecuredHref(props.address, "/publish")}>
        Publish this report
      </a>
    </p>
  );
}
