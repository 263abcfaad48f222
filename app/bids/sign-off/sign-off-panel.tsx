import { Fragment } from "react";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { DifferencesTable } from "../content-snapshot/differences-table.tsx";
import type { ShownSignOff } from "./shown-sign-off.ts";
import type { BidSigning } from "./sign-off.ts";
import { ChangedSinceAsked, SentBeforeSignedOff, SignedLink } from "./sign-off-changes.tsx";
import { SignOffSteps } from "./sign-off-steps.tsx";
import { ASK_AGAIN } from "./sign-off-words.ts";

type SignOffPanelProps = {
  bidId: number;
  isDraft: boolean;
  signing: BidSigning;
  /** Null where sign-off was never asked for. */
  signOff: ShownSignOff | null;
  /** A date of any precision; null where the bid was not submitted. */
  submittedOn: string | null;
};

/** Where a bid stands with its sign-off, on its own page. */
export function SignOffPanel({ bidId, isDraft, signing, signOff, submittedOn }: SignOffPanelProps) {
  if (signOff === null) return null;
  const changed = signOff.outcome === "signed" && signOff.differences.length > 0;
  return (
    <section aria-label="Sign-off">
      {isDraft && signing.cleared && <InsetText>Signed off. It can be submitted as it stands.</InsetText>}
      {isDraft && signOff.outcome === "sent_back" && (
        <InsetText>
          Sent back to be changed: <span className="app-lines">{signOff.reason}</span>
        </InsetText>
      )}
      {isDraft && signOff.outcome === "taken_back" && (
        <InsetText>
          The request for sign-off was taken back: <span className="app-lines">{signOff.reason}</span>
        </InsetText>
      )}
      {isDraft && signing.hasChain && changed && (
        <InsetText>
          This bid has changed since it was signed off. It needs sign-off again before it is submitted.
        </InsetText>
      )}
      {signOff.outcome === null && signOff.differences.length > 0 && (
        <InsetText>
          This bid has changed since sign-off was asked for, so it cannot be signed as it stands. {ASK_AGAIN}.
        </InsetText>
      )}
      <SignOffSteps signOff={signOff} caption="Sign-off" />
      <SentBeforeSignedOff signOff={signOff} submittedOn={submittedOn} />
      {changed && (
        <DifferencesTable
          caption="Changed since it was signed"
          before="As signed"
          differences={signOff.differences}
        />
      )}
      <ChangedSinceAsked signOff={signOff} />
      <p className="govuk-body">
        <a className="govuk-link" href={`/bids/${bidId}/sign-off`}>
          {whatIs(signOff)}, and what has changed since
        </a>
        {signOff.others.map((signed) => (
          <Fragment key={signed.id}>
            <br />
            <SignedLink bidId={bidId} signed={signed} />
          </Fragment>
        ))}
      </p>
    </section>
  );
}

/** "What was signed" where somebody has signed; else what is, or was, to be. */
function whatIs({ steps, outcome }: ShownSignOff): string {
  if (steps.some(({ signedAt }) => signedAt !== null)) return "What was signed";
  return outcome === null ? "What is to be signed" : "What was to be signed";
}
