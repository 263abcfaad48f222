import { Tag } from "#app/ui/govuk/tag.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { AgreedExceptionText } from "./agreed-exception-text.tsx";
import type { RoundCheck } from "./round-check.queries.server.ts";
import type { Breach, RoundRule } from "./round-check.ts";
import { RULE_NAMES } from "./rule-words.ts";

type RoundCheckListProps = {
  bidId: number;
  check: RoundCheck | null;
  /** True where the reader may record that the funder agreed. */
  mayAgree: boolean;
};

/** The rules of its round that a bid breaks, each with its figures or with what the funder agreed. */
export function RoundCheckList({ bidId, check, mayAgree }: RoundCheckListProps) {
  if (check === null) return null;
  const { hasRound, breaches, exceptions, sameMatch } = check;
  const notBroken = exceptions.filter(({ rule }) => !breaches.some((breach) => breach.rule === rule));
  return (
    <section aria-labelledby="rules-of-the-round">
      <h2 className="govuk-heading-m" id="rules-of-the-round">
        Rules of the round
      </h2>
      {!hasRound && (
        <p className="govuk-body">
          No round is recorded for this bid, so there are no rules that it was checked against.
        </p>
      )}
      {hasRound && breaches.length === 0 && (
        <p className="govuk-body">The bid breaks no rule that is recorded of its round.</p>
      )}
      {breaches.length > 0 && (
        <ul className="govuk-list govuk-list--spaced">
          {breaches.map((breach) => (
            <li key={breach.words}>
              <BreachText bidId={bidId} breach={breach} check={check} mayAgree={mayAgree} />
            </li>
          ))}
        </ul>
      )}
      {notBroken.length > 0 && (
        <>
          <p className="govuk-body">The funder agreed to set aside what the bid does not break now:</p>
          <ul className="govuk-list govuk-list--spaced">
            {notBroken.map((exception) => (
              <li key={exception.id}>
                {RULE_NAMES[exception.rule]}
                <AgreedExceptionText exception={exception} />
                {mayAgree && exception.mayBeTakenBack && (
                  <ExceptionLink bidId={bidId} rule={exception.rule} text="Take it back" />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {sameMatch.length > 0 && (
        <>
          <p className="govuk-body">The same match may be pledged in two live bids:</p>
          <ul className="govuk-list govuk-list--bullet">
            {sameMatch.map((same) => (
              <li key={`${same.bidId} ${same.words}`}>
                <a className="govuk-link" href={`/bids/${same.bidId}`}>
                  {same.words}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type BreachTextProps = { bidId: number; breach: Breach; check: RoundCheck; mayAgree: boolean };

function BreachText({ bidId, breach, check, mayAgree }: BreachTextProps) {
  const exception = check.exceptions.find(({ rule }) => rule === breach.rule);
  return (
    <>
      <Tag colour={exception ? "green" : "orange"}>
        {exception ? "Agreed by the funder" : RULE_NAMES[breach.rule]}
      </Tag>{" "}
      {breach.words}
      {exception && <AgreedExceptionText exception={exception} />}
      {mayAgree && (exception?.mayBeTakenBack ?? true) && (
        <ExceptionLink
          bidId={bidId}
          rule={breach.rule}
          text={exception ? "Take it back" : "Record that the funder agreed"}
        />
      )}
    </>
  );
}

function ExceptionLink({ bidId, rule, text }: { bidId: number; rule: RoundRule; text: string }) {
  return (
    <span className="app-no-print">
      {" "}
      <a className="govuk-link" href={`/bids/${bidId}/exceptions/${rule}`}>
        {text}
        <VisuallyHidden>: {RULE_NAMES[rule].toLowerCase()}</VisuallyHidden>
      </a>
    </span>
  );
}
