import { formatPounds, sumPence } from "#app/core/money.ts";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { overAllocationWords } from "./over-allocation/over-allocation.ts";
import type { Overlap } from "./overlaps.queries.server.ts";
import { AwardLink } from "./record-links.tsx";
import type { PassedOn } from "./version.ts";

type SharedMoneyProps = {
  amountPence: number | null;
  isApproximate: boolean;
  passedOn: readonly PassedOn[];
  overlaps: readonly Overlap[];
  /** How much of the award is meant to be passed on, in per cent of it. */
  percentage: number;
};

/** What other awards take out of this one, and awards that may hold the same money. Nothing where there are none. */
export function SharedMoney({ overlaps, ...money }: SharedMoneyProps) {
  const { passedOn } = money;
  if (passedOn.length === 0 && overlaps.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Money shared with other awards</h2>
      {passedOn.length > 0 && <PassedOnMoney {...money} />}
      {overlaps.map((overlap, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an award that may not be read has no name, and none moves
        <MayInclude overlap={overlap} key={index} />
      ))}
    </>
  );
}

function PassedOnMoney({
  amountPence,
  isApproximate,
  passedOn,
  percentage,
}: Omit<SharedMoneyProps, "overlaps">) {
  const basis = isApproximate ? "approximate" : "exact";
  const total = sumPence(passedOn.map((inner) => inner.pence ?? 0));
  const net = amountPence === null ? null : amountPence - total;
  const meant = overAllocationWords({ amountPence, percentage }, total);
  return (
    <>
      <SummaryList
        rows={[
          { key: "Gross", value: <Money pence={amountPence} basis={basis} /> },
          {
            key: "Passed on",
            value: (
              <>
                {passedOn.length > 1 && formatPounds(total)}
                <ul className="govuk-list govuk-!-margin-bottom-0">
                  {passedOn.map((inner) => (
                    <li key={inner.awardId}>
                      <Money pence={inner.pence} /> in <AwardLink award={inner.award} withTitle />
                    </li>
                  ))}
                </ul>
              </>
            ),
          },
          { key: "Net", value: <Money pence={net} basis={basis} /> },
        ]}
      />
      {meant !== null && <InsetText>{meant}.</InsetText>}
      {net !== null && net < 0 && meant === null && (
        <WarningText>More is passed on than the award holds: {formatPounds(-net)} too much.</WarningText>
      )}
    </>
  );
}

function MayInclude({ overlap }: { overlap: Overlap }) {
  const { award, includesOther, note, upToPence } = overlap;
  const other = <AwardLink award={award} withTitle />;
  return (
    <p className="govuk-body">
      {includesOther ? <>May include money of {other}</> : <>Its money may be included in {other}</>}
      {upToPence !== null && upToPence > 0 && <>: the two may overlap by up to {formatPounds(upToPence)}</>}.
      {note && <> Noted: “{note}”.</>}
    </p>
  );
}
