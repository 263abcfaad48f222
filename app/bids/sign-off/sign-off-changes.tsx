import { formatInstant } from "#app/core/calendar-date.ts";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { DifferencesTable } from "../content-snapshot/differences-table.tsx";
import { sentBeforeSignedOff } from "../submission/submission.ts";
import type { ShownSignOff, SignedBefore } from "./shown-sign-off.ts";

type SignOffProps = { bidId: number; signOff: ShownSignOff };

/** What a bid that was signed before said then, beside what it says as it is to be signed. */
export function ChangedSinceLastSigned({ bidId, signOff: { lastSigned } }: SignOffProps) {
  if (lastSigned === null) return null;
  const { differences } = lastSigned;
  return (
    <>
      {differences.length > 0 ? (
        <DifferencesTable
          caption="Changed since it was last signed"
          before="As last signed"
          after="As it is to be signed"
          differences={differences}
        />
      ) : (
        <p className="govuk-body">It says what it said when it was last signed.</p>
      )}
      <p className="govuk-body">
        <SignedLink bidId={bidId} signed={lastSigned} />
      </p>
    </>
  );
}

/** What a bid says otherwise now, while it is to be signed as it was. */
export function ChangedSinceAsked({ signOff: { outcome, differences } }: Pick<SignOffProps, "signOff">) {
  if (outcome !== null || differences.length === 0) return null;
  return (
    <DifferencesTable
      caption="Changed since sign-off was asked for"
      before="As it was to be signed"
      differences={differences}
    />
  );
}

/** Said of a bid whose submission is dated before all had signed it. */
export function SentBeforeSignedOff(props: Pick<SignOffProps, "signOff"> & { submittedOn: string | null }) {
  const { signOff, submittedOn } = props;
  const words = submittedOn === null ? null : sentBeforeSignedOff(submittedOn, signOff.signedAt);
  return words && <InsetText>{words}.</InsetText>;
}

const ENDED: Record<NonNullable<SignedBefore["outcome"]>, string> = {
  signed: "signed by all",
  sent_back: "sent back",
  withdrawn: "ended before all had signed",
};

/** "What was signed, asked for on 3 August 2026 at 5pm: signed by all". */
export function SignedLink({ bidId, signed }: { bidId: number; signed: SignedBefore }) {
  const { id, askedAt, outcome } = signed;
  return (
    <a className="govuk-link" href={`/bids/${bidId}/sign-off?asked=${id}`}>
      What was signed, asked for on {formatInstant(askedAt)}:{" "}
      {outcome === null ? "being signed" : ENDED[outcome]}
    </a>
  );
}
