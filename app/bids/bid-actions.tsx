import { ButtonGroup, LinkButton } from "#app/ui/govuk/button.tsx";
import type { BidAction } from "./bid.status.ts";
import { BID_ACTION_WORDS } from "./bid-words.ts";

type BidActionsProps = {
  bidId: number;
  actions: readonly BidAction[];
  mayChange: boolean;
  /** The reader writes bids: this one can be the start of another. */
  mayCopy: boolean;
};

/** What the reader may do with the bid now: the next step as a button, what may have happened to it as links. */
export function BidActions({ bidId, actions, mayChange, mayCopy }: BidActionsProps) {
  const checks = actions.includes("submit") || actions.includes("ask_for_sign_off");
  const signsOff = actions.includes("sign_off");
  const signs = actions.includes("sign");
  const buttons: readonly BidAction[] = ["submit", "ask_for_sign_off", "sign_off", "sign"];
  const links = actions.filter((action) => !buttons.includes(action));
  return (
    <>
      {(checks || signsOff || signs || mayChange) && (
        <ButtonGroup>
          {checks && <LinkButton href={actionHref(bidId, "submit")}>Check answers and submit</LinkButton>}
          {signsOff && (
            <LinkButton href={actionHref(bidId, "sign_off")}>{BID_ACTION_WORDS.sign_off.label}</LinkButton>
          )}
          {signs && <LinkButton href={actionHref(bidId, "sign")}>{BID_ACTION_WORDS.sign.label}</LinkButton>}
          {mayChange && (
            <LinkButton href={`/bids/${bidId}/edit`} secondary>
              Change draft
            </LinkButton>
          )}
        </ButtonGroup>
      )}
      {mayCopy && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`/bids/${bidId}/copy`}>
            Copy this bid as the start of a new one
          </a>
        </p>
      )}
      {links.length > 0 && (
        <section className="app-no-print" aria-labelledby="what-happened">
          <h2 className="govuk-heading-s" id="what-happened">
            Has something happened to this bid?
          </h2>
          <ul className="govuk-list">
            {links.map((action) => (
              <li key={action}>
                <a className="govuk-link" href={actionHref(bidId, action)}>
                  {BID_ACTION_WORDS[action].label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Where an action is taken. A decision that makes an award has the award's own page. */
export function actionHref(bidId: number, action: BidAction): string {
  if (action === "award_in_full") return `/bids/${bidId}/decision?outcome=full`;
  if (action === "award_in_part") return `/bids/${bidId}/decision?outcome=part`;
  if (action === "submit" || action === "ask_for_sign_off") return `/bids/${bidId}/check`;
  if (action === "sign") return `/bids/${bidId}/sign`;
  return `/bids/${bidId}/act/${action}`;
}
