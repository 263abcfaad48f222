import { useLoaderData } from "@remix-run/react";
import { listAttachments, listFigureSources } from "#app/attachments/index.server.ts";
import { AttachmentsPanel } from "#app/attachments/index.ts";
import { findHold, getAward } from "#app/awards/index.server.ts";
import { warnOfHold, writingPartnerships } from "#app/awards/index.ts";
import { listColleagues } from "#app/bids/index.server.ts";
import { findSource } from "#app/partnerships/index.server.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { ROLES, roleMay } from "#app/platform/permissions.ts";
import { ButtonGroup, LinkButton } from "#app/ui/govuk/button.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { CLAIM_ACTIONS, CLAIM_RULES, canFollow } from "./claim.status.ts";
import { flagsOfClaim } from "./claim-flags.queries.server.ts";
import { ClaimHistory } from "./claim-history.tsx";
import { ClaimLinesTable } from "./claim-lines-table.tsx";
import { ClaimSummary } from "./claim-summary.tsx";
import { CLAIM_ACTION_WORDS } from "./claim-words.ts";
import { getClaim, listClaimEvents, listClaimLines, listReceipts } from "./claims.queries.server.ts";
import { figuresOfClaim } from "./figure-sources/figures-of-claim.ts";
import { ReceiptsTable } from "./receipts-table.tsx";
import { signatureWords } from "./signature.rules.ts";

/** Who signs claims. */
const SIGNERS = ROLES.filter((role) => roleMay(role, "claim.sign"));

export const meta = titled<typeof loader>(
  ({ data }) => `Claim ${data.claim.number} on ${data.award.reference}`,
);

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const award = await getAward(context, numericId(params.id));
  const { id, reference, title, partnerships } = award;
  const claim = await getClaim(context.db.read, id, numericId(params.claimId));
  const writing = writingPartnerships(partnerships);
  const lines = await listClaimLines(context, claim.id);
  const receipts = await listReceipts(context.db.read, claim.id);
  const attachments = await listAttachments(context, { claimId: claim.id });
  const hold = await findHold(context.db.read, id);
  return {
    award: { id, reference, title },
    claim,
    lines,
    flags: [
      ...(claim.status === "draft"
        ? [signatureWords(claim, await listColleagues(context.db.read, writing, SIGNERS))]
        : []),
      ...(hold === null ? [] : [warnOfHold(hold)]),
      ...(await flagsOfClaim(context, award, claim, lines)).flags,
    ],
    source: await findSource(context, claim.sourceDocumentId, claim.sourceParagraph),
    mayChange: claim.status === "draft" && may(context.actor, "claim.write", writing),
    receipts,
    attachments,
    stated: {
      href: `/awards/${id}/claims/${claim.id}`,
      figures: figuresOfClaim(claim, receipts),
      sources: attachments.length === 0 ? [] : await listFigureSources(context, { claimId: claim.id }),
    },
    mayAttach: may(context.actor, "claim.write", writing),
    events: await listClaimEvents(context, claim.id),
    actions: CLAIM_ACTIONS.filter(
      (action) =>
        canFollow(action, claim) &&
        may(context.actor, CLAIM_RULES[action].permission, writing) &&
        !(action === "sign" && context.actor.kind === "person" && context.actor.id === claim.writtenById),
    ),
  };
});

export default function ClaimPage() {
  const { award, claim, lines, receipts, events, actions, attachments, mayAttach, mayChange, ...page } =
    useLoaderData<typeof loader>();
  const unknown = claim.claimedPence === null ? ["The amount of the claim is not recorded"] : [];
  const flags = [...unknown, ...page.flags];
  const { stated } = page;
  const here = stated.href;
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}/claims` }}>
      <PageHeading caption={`${award.reference} ${award.title}`}>Claim {claim.number}</PageHeading>
      {flags.length > 0 && <InsetText>{flags.join(". ")}.</InsetText>}
      <ClaimSummary claim={claim} source={page.source} stated={stated} />
      {(mayChange || actions.length > 0) && (
        <ButtonGroup>
          {mayChange && <LinkButton href={`${here}/edit`}>Change the draft</LinkButton>}
          {actions.map((action, index) => (
            <LinkButton key={action} href={`${here}/${action}`} secondary={mayChange || index > 0}>
              {CLAIM_ACTION_WORDS[action].label}
            </LinkButton>
          ))}
        </ButtonGroup>
      )}
      {lines.length > 0 && <ClaimLinesTable lines={lines} />}
      <ReceiptsTable receipts={receipts} stated={stated} />
      <AttachmentsPanel href={here} attachments={attachments} mayAttach={mayAttach} hasFigures />
      <ClaimHistory events={events} status={claim.status} />
    </PageLayout>
  );
}
