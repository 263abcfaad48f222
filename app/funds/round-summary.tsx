import type { ReactNode } from "react";
import { SourceOfFigure, type StatedFigures } from "#app/attachments/index.ts";
import { describeDeadline } from "#app/core/working-days.ts";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { formatMatch, ROUND_KIND_NAMES, type Round } from "./funds.ts";
import { RecordLink } from "./record-link.tsx";
import { describeRoundState, formatClosing, ROUND_STATE_NAMES, roundState } from "./round.rules.ts";
import { isWebAddress } from "./round.schema.ts";
import { RoundTag } from "./round-tag.tsx";

type RoundSummaryProps = {
  round: Round;
  now: string;
  stated?: StatedFigures;
  /** The terms list the kinds of body that may lead: then nothing more need be recorded of it. */
  kindsAreListed?: boolean;
};

/** All that is recorded of a round. */
export function RoundSummary({ round, now, stated, kindsAreListed = false }: RoundSummaryProps) {
  const state = roundState(round, now);
  const described = describeRoundState(round, now);
  // "Closed 3 May 2024" begins with what the tag says.
  const afterTag = described.replace(new RegExp(`^${ROUND_STATE_NAMES[state.kind]}[;,]? `), "");
  const sourced = (figure: "pot" | "cap" | "match_percent", value: ReactNode) => (
    <>
      {value}
      <SourceOfFigure stated={stated} of={{ figure }} />
    </>
  );
  return (
    <SummaryList
      rows={[
        {
          key: "Now",
          value: (
            <>
              <RoundTag state={state} /> {afterTag}
            </>
          ),
        },
        { key: "Fund", value: <RecordLink to="funds" record={round.fund} /> },
        { key: "Funder", value: <RecordLink to="funders" record={round.funder} /> },
        { key: "Opens", value: <DateText date={round.opensOn} /> },
        {
          key: "Closes",
          value: (
            <Closing
              closesAt={round.closesAt}
              closed={state.kind === "closed" || state.kind === "withdrawn"}
              now={now}
            />
          ),
        },
        { key: "Decision expected", value: <DateText date={round.decisionExpected} /> },
        { key: "Delivery from", value: <DateText date={round.deliveryFrom} /> },
        { key: "Delivery to", value: <DateText date={round.deliveryTo} /> },
        { key: "Pot", value: sourced("pot", <Money pence={round.potPence} />) },
        { key: "Most for one bid", value: sourced("cap", <Money pence={round.capPence} />) },
        { key: "Match funding", value: sourced("match_percent", formatMatch(round) ?? <NotRecorded />) },
        (round.whoMayLead !== null || !kindsAreListed) && {
          key: "Who may lead",
          value: round.whoMayLead ?? <NotRecorded />,
        },
        { key: "Bids for each area", value: round.bidsPerArea ?? <NotRecorded /> },
        {
          key: "How it is given",
          value: round.kind === null ? <NotRecorded /> : ROUND_KIND_NAMES[round.kind],
        },
        { key: "Guidance", value: <Guidance url={round.guidanceUrl} /> },
        round.note !== null && { key: "Note", value: round.note },
      ]}
    />
  );
}

/** With the working days left; a round that has closed is not late for anybody by itself. */
function Closing({ closesAt, closed, now }: { closesAt: string | null; closed: boolean; now: string }) {
  if (closesAt === null) return <NotRecorded />;
  return <>{closed ? formatClosing(closesAt) : describeDeadline(closesAt, now.slice(0, 10))}</>;
}

function Guidance({ url }: { url: string | null }) {
  if (url === null) return <NotRecorded />;
  if (!isWebAddress(url)) return <>{url}</>;
  return (
    <a className="govuk-link" href={url} rel="noopener noreferrer">
      {url}
    </a>
  );
}
