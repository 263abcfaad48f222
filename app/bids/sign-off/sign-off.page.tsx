import { useLoaderData } from "@remix-run/react";
import { formatInstant } from "#app/core/calendar-date.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getBid } from "../bid.queries.server.ts";
import { BidStatusTag } from "../bid-status-tag.tsx";
import { ContentList } from "../content-snapshot/content-list.tsx";
import { DifferencesTable } from "../content-snapshot/differences-table.tsx";
import { findShownSignOff } from "./shown-sign-off.server.ts";
import { ChangedSinceLastSigned, SentBeforeSignedOff, SignedLink } from "./sign-off-changes.tsx";
import { SignOffSteps } from "./sign-off-steps.tsx";
import { SIGN_OFF_OUTCOMES } from "./sign-off-words.ts";

export const meta = titled<typeof loader>(({ data }) => `Sign-off of ${data.bid.reference}`);

export const loader = loaderFor("register.read", async ({ context, params, url }) => {
  const bid = await getBid(context, numericId(params.id));
  const { id, reference, title, status, submittedOn } = bid;
  const isSignedOff = bid.signing.cleared;
  const asked = url.searchParams.get("asked");
  const signOff = await findShownSignOff(context, bid, asked === null ? undefined : numericId(asked));
  if (asked !== null && signOff === null) throw new NotFoundError("No such sign-off of this bid");
  return { bid: { id, reference, title, status, isSignedOff, submittedOn }, signOff };
});

export default function SignOffPage() {
  const { bid, signOff } = useLoaderData<typeof loader>();
  return (
    <PageLayout backLink={{ href: `/bids/${bid.id}` }}>
      <PageHeading caption={`${bid.reference} ${bid.title}`}>Sign-off</PageHeading>
      <p className="govuk-body">
        <BidStatusTag status={bid.status} isSignedOff={bid.isSignedOff} />
      </p>
      {signOff === null ? (
        <p className="govuk-body">Sign-off of this bid has not been asked for.</p>
      ) : (
        <>
          <p className="govuk-body">
            Asked for on {formatInstant(signOff.askedAt)}
            {signOff.askedByName && ` by ${signOff.askedByName}`}.{" "}
            {signOff.outcome === null ? "Not yet complete." : `${SIGN_OFF_OUTCOMES[signOff.outcome]}.`}
          </p>
          {signOff.reason && (
            <InsetText>
              <span className="app-lines">{signOff.reason}</span>
            </InsetText>
          )}
          <SignOffSteps signOff={signOff} caption="Signatures" />
          <SentBeforeSignedOff signOff={signOff} submittedOn={bid.submittedOn} />
          <ChangedSinceLastSigned bidId={bid.id} signOff={signOff} />
          {signOff.differences.length > 0 ? (
            <DifferencesTable
              caption="What has changed since"
              before="As it was to be signed"
              differences={signOff.differences}
            />
          ) : (
            <p className="govuk-body">The bid says now what it said then.</p>
          )}
          <h2 className="govuk-heading-m">What was to be signed</h2>
          <ContentList answers={signOff.signed} />
          <p className="govuk-body-s app-fingerprint">Fingerprint (SHA-256): {signOff.fingerprint}</p>
          {signOff.others.length > 0 && (
            <>
              <h2 className="govuk-heading-m">Other times that it was signed</h2>
              <ul className="govuk-list govuk-list--bullet">
                {signOff.others.map((signed) => (
                  <li key={signed.id}>
                    <SignedLink bidId={bid.id} signed={signed} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </PageLayout>
  );
}
