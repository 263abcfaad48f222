import { AWARD_STATUS_TAGS, type AwardStatus } from "#app/awards/index.ts";
import { BID_STATUS_TAGS, type BidStatus, SIGNED_OFF } from "#app/bids/index.ts";
import { Money } from "#app/ui/layout/money.tsx";
import { nextWords, RiskText } from "../position-text.tsx";
import type { StandingRow } from "../standing.queries.server.ts";
import { type StandingFilters, standingHref } from "../standing-filters.ts";
import type { BoardColumn } from "./board.queries.server.ts";

type BoardProps = { name: string; columns: readonly BoardColumn[]; filters: StandingFilters };

/** The columns of one kind, each a list under its heading; it wraps where there is no room, on paper too. */
export function Board({ name, columns, filters }: BoardProps) {
  return (
    <>
      <h2 className="govuk-heading-l">{name}</h2>
      <div className="app-board">
        {columns.map((column) => (
          <Column key={column.status} column={column} filters={filters} />
        ))}
      </div>
    </>
  );
}

function Column({ column, filters }: { column: BoardColumn; filters: StandingFilters }) {
  const { status, cards, count } = column;
  const more = count === null ? null : count - cards.length;
  return (
    <section className="app-board__column">
      <h3 className="govuk-heading-s">
        {statusName(status)} ({count === null ? "more than 500" : count})
      </h3>
      {cards.length === 0 && <p className="govuk-body-s">None</p>}
      <ul className="govuk-list">
        {cards.map((card) => (
          <Card key={card.id} card={card} />
        ))}
      </ul>
      {more !== 0 && (
        <p className="govuk-body-s">
          <a className="govuk-link" href={standingHref({ ...filters, kind: "open", status })}>
            {more === null ? "All of them" : `${more} more`}
            <span className="govuk-visually-hidden">: {statusName(status)}</span>
          </a>
        </p>
      )}
    </section>
  );
}

function Card({ card }: { card: StandingRow }) {
  const { kind, id, reference, title, amountPence, isApproximate, next, risk, ownerName } = card;
  return (
    <li className="app-board__card">
      <a className="govuk-link" href={`/${kind}s/${id}`}>
        {reference} {title}
      </a>
      <p className="govuk-body-s">
        <Money pence={amountPence} basis={isApproximate ? "approximate" : "exact"} />
        {card.kind === "bid" && card.isSignedOff && <>. {SIGNED_OFF}</>}
        {next !== null && <>. {nextWords(next)}</>}. Owner: {ownerName ?? "nobody"}
      </p>
      {risk.level !== "none" && <RiskText risk={risk} />}
    </li>
  );
}

function statusName(status: BidStatus | AwardStatus): string {
  return status in BID_STATUS_TAGS
    ? BID_STATUS_TAGS[status as BidStatus].text
    : AWARD_STATUS_TAGS[status as AwardStatus].name;
}
