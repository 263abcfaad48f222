import type { ReactNode } from "react";
import { SourceOfFigure, type StatedFigures } from "#app/attachments/index.ts";
import { SummaryList, type SummaryRow } from "#app/ui/govuk/summary-list.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import type { Bid, BidPartnership, Named } from "./bid.ts";

type BidSummaryProps = {
  bid: Bid;
  /** Projects that the reader may open; others are named without a link. */
  readableProjectIds: readonly number[];
  /** On the check page: what stands for an answer that was skipped, and where to give it. */
  check?: { editHref: string };
  /** Which attachments state its figures. */
  stated?: StatedFigures;
};

/** All that a bid says, in the order of its form. */
export function BidSummary({ bid, readableProjectIds, check, stated }: BidSummaryProps) {
  const nothing = check ? "Not provided" : <NotRecorded />;
  const orNothing = (value: ReactNode, known: boolean) => (known ? value : nothing);
  const row = (key: string, field: string, value: ReactNode, known = true): SummaryRow => ({
    key,
    value: orNothing(value, known),
    actions: check && [{ href: `${check.editHref}#${field}`, text: "Change", hiddenText: key.toLowerCase() }],
  });
  const lead = bid.partnerships.filter(({ part }) => part === "lead");
  const partners = bid.partnerships.filter(({ part }) => part === "partner");
  const recorder = bid.partnerships.filter(({ part }) => part === "recorder");
  const basis = bid.requestedBasis === "approximate" ? "approximate" : "exact";
  return (
    <SummaryList
      rows={[
        row("Round", "roundId", <Links to="rounds" records={listed(bid.round)} />, bid.round !== null),
        !check && {
          key: "Fund",
          value: orNothing(<Links to="funds" records={listed(bid.fund)} />, bid.fund !== null),
        },
        !check && {
          key: "Funder",
          value: orNothing(<Links to="funders" records={listed(bid.funder)} />, bid.funder !== null),
        },
        row("Title", "title", bid.title),
        row("Purpose", "purpose", <Lines text={bid.purpose ?? ""} />, bid.purpose !== null),
        row(
          "Requested",
          "requestedPence",
          <>
            <Money pence={bid.requestedPence} basis={basis} />
            <SourceOfFigure stated={stated} of={{ figure: "requested" }} />
          </>,
          bid.requestedPence !== null,
        ),
        row(
          "Lead partnership",
          "leadPartnershipId",
          <Links to="partnerships" records={lead} />,
          lead.length > 0,
        ),
        !check && lead.length > 0 && partners.length === 0
          ? { key: "Partners", value: "None" }
          : row(
              "Partners",
              "partnerIds",
              <Links to="partnerships" records={partners} />,
              partners.length > 0,
            ),
        recorder.length > 0 && { key: "Recorded by", value: <Links to="partnerships" records={recorder} /> },
        row("Accountable body", "accountableBody", bid.accountableBody?.name, bid.accountableBody !== null),
        row(
          "Priority areas",
          "priorityIds",
          <Links to="priorities" records={bid.priorities} />,
          bid.priorities.length > 0,
        ),
        row(
          "Projects",
          "projectIds",
          <Links to="projects" records={bid.projects} readableIds={readableProjectIds} />,
          bid.projects.length > 0,
        ),
        row(
          "Expected decision",
          "expectedDecision-day",
          <ExpectedDecision bid={bid} />,
          bid.expectedDecision !== null || bid.roundDecision !== null,
        ),
        row("Lead officer", "leadOfficer", bid.leadOfficer, bid.leadOfficer !== null),
        bid.submittedOn !== null && { key: "Submitted", value: <DateText date={bid.submittedOn} /> },
        bid.decidedOn !== null && { key: "Decided", value: <DateText date={bid.decidedOn} /> },
        bid.note !== null && { key: "Note", value: <Lines text={bid.note} /> },
      ]}
    />
  );
}

function ExpectedDecision({ bid }: { bid: Bid }) {
  if (bid.expectedDecision !== null) return <DateText date={bid.expectedDecision} />;
  return (
    <>
      <DateText date={bid.roundDecision} /> (the round’s date)
    </>
  );
}

function listed(record: Named | null): Named[] {
  return record === null ? [] : [record];
}

type LinksProps = {
  to: string;
  records: readonly (Named | BidPartnership)[];
  readableIds?: readonly number[];
};

function Links({ to, records, readableIds }: LinksProps) {
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {records.map(({ id, name }) => (
        <li key={id}>
          {readableIds?.includes(id) === false ? (
            name
          ) : (
            <a className="govuk-link" href={`/${to}/${id}`}>
              {name}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function Lines({ text }: { text: string }) {
  return text.split("\n").map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text have no other name and never move
    <p className="govuk-body govuk-!-margin-bottom-1" key={index}>
      {line}
    </p>
  ));
}
