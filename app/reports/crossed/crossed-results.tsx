import { type FundingSecuredAddress, fundingSecuredHref } from "../funding-secured.schema.ts";
import { JointAwards } from "../funding-secured-notes.tsx";
import { PublishLink, ReportFiles } from "../report-files.tsx";
import type { CrossedReport } from "./crossed.ts";
import { CrossedNotes, CrossedTable } from "./crossed-table.tsx";
import { PairsTable } from "./pairs-table.tsx";

/** The report with two groupings: its table, proof and notes, and the ways on. */
export function CrossedResults(props: {
  crossed: CrossedReport;
  address: FundingSecuredAddress;
  mayPublish: boolean;
}) {
  const { crossed, address, mayPublish } = props;
  const swapped = { ...address, by: crossed.and, and: crossed.by };
  return (
    <>
      {crossed.pairs ? (
        <PairsTable crossed={crossed} pairs={crossed.pairs} address={address} />
      ) : (
        <CrossedTable crossed={crossed} address={address} />
      )}
      <CrossedNotes crossed={crossed} />
      <JointAwards report={crossed.report} address={address} />
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={fundingSecuredHref(swapped)}>
          Swap rows and columns
        </a>
      </p>
      <PublishLink address={address} mayPublish={mayPublish} />
      <ReportFiles address={address} />
    </>
  );
}
