import { ButtonGroup, LinkButton } from "#app/ui/govuk/button.tsx";
import type { BidAction } from "./bid.status.ts";
import { BID_ACTION_WORDS } from "./bid-words.ts";

type BidActionsProps = { bidId: number; actions: readonly BidAction[]; mayChange: boolean };

/** What the reader may do with the bid now. Submitting starts with a check of the answers. */
export function BidActions({ bidId, actions, mayChange }: BidActionsProps) {
  const checks = actions.includes("submit") || actions.includes("ask_for_sign_off");
  const others = actions.filter((action) => action !== "submit" && action !== "ask_for_sign_off");
  if (!checks && !mayChange && others.length === 0) return null;
  return (
    <ButtonGroup>
      {checks && <LinkButton href={`/bids/${bidId}/check`}>Check answers and submit</LinkButton>}
      {mayChange && (
        <LinkButton href={`/bids/${bidId}/edit`} secondary>
          Change draft
        </LinkButton>
      )}
      {others.map((action) => (
        <LinkButton href={actionHref(bidId, action)} secondary key={action}>
          {BID_ACTION_WORDS[action].label}
        </LinkButton>
      ))}
    </ButtonGroup>
  );
}

/** Where an action is taken. A decision that makes an award has the award's own page. */
export function actionHref(bidId: number, action: BidAction): string {
  if (action === "award_in_full") return `/bids/${bidId}/decision?outcome=full`;
  if (action === "award_in_part") return `/bids/${bidId}/decision?outcome=part`;
  if (action === "submit" || action === "ask_for_sign_off") return `/bids/${bidId}/check`;
  return `/bids/${bidId}/act/${action}`;
}
