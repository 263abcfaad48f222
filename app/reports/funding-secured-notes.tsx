import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { besideWords } from "./beside/beside.rules.ts";
import { type FundingSecuredAddress, fundingSecuredHref } from "./funding-secured.schema.ts";
import type { FundingSecuredReport, NamedAward } from "./funding-secured.ts";
import {
  approximateWords,
  belowZeroWords,
  countedOnceWords,
  decimalsOfReport,
  jointAmount,
  jointWords,
  notRecordedWords,
  proofWords,
  tooHighWords,
  whichWords,
} from "./funding-secured-words.rules.ts";

/** What has to be known to read the figures, and the proof that they add up. */
export function FundingSecuredNotes({ report }: { report: FundingSecuredReport }) {
  const { figures, proof } = report;
  const decimals = decimalsOfReport(report);
  const belowZero = belowZeroWords(report);
  const notes = [
    notRecordedWords(figures.notRecorded),
    approximateWords(figures, decimals),
    tooHighWords(report, decimals),
    countedOnceWords(report),
    ...besideWords(report, [figures.by]),
    whichWords(report.partnerships),
  ].filter((note) => note !== null);
  return (
    <>
      <InsetText>{proofWords(proof)}</InsetText>
      {proof.countedTwicePence !== 0 && (
        <WarningText>The two sides differ: ask your administrator to verify the register.</WarningText>
      )}
      {belowZero && <WarningText>{belowZero}</WarningText>}
      <ul className="govuk-list govuk-list--bullet">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}

/** The money of joint awards that nobody has split yet: in no row and not in the total. */
export function JointAwards(props: {
  report: FundingSecuredReport;
  /** Null: what is printed for ever has no links. */
  address: FundingSecuredAddress | null;
}) {
  const { report, address } = props;
  const decimals = decimalsOfReport(report);
  const words = jointWords(report, decimals);
  if (words === null) return null;
  return (
    <section aria-labelledby="joint">
      <h2 className="govuk-heading-m" id="joint">
        {words}
      </h2>
      <p className="govuk-body">
        Shared with other partnerships, and how much is whose is not known. It is in no row and not in the
        total.{" "}
        {address && (
          <a
            className="govuk-link app-no-print"
            href={fundingSecuredHref(address, "/lines", { row: "joint" })}
          >
            See its lines
          </a>
        )}
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {report.joint.awards.map((award) => (
          <li key={award.id}>
            <AwardName award={award} isLink={address !== null} />, {jointAmount(award, decimals)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function AwardName({ award, isLink }: { award: NamedAward; isLink: boolean }) {
  const name = `${award.reference}: ${award.title}`;
  if (!isLink) return name;
  return (
    <a className="govuk-link" href={`/awards/${award.id}`}>
      {name}
    </a>
  );
}
