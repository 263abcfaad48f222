import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Round } from "./funds.ts";
import { RoundSummary } from "./round-summary.tsx";

const ROUND: Round = {
  id: 1,
  name: "Round 1",
  fund: { id: 1, name: "Fund" },
  funder: null,
  opensOn: null,
  closesAt: "2024-05-03",
  withdrawnOn: null,
  decisionExpected: null,
  deliveryFrom: null,
  deliveryTo: null,
  potPence: null,
  capPence: null,
  matchBasisPoints: null,
  matchNote: null,
  whoMayLead: null,
  bidsPerArea: null,
  kind: null,
  guidanceUrl: null,
  note: null,
  sourceDocumentId: null,
  sourceParagraph: null,
  version: 1,
};

const text = (round: Round, kindsAreListed: boolean) =>
  renderToStaticMarkup(
    <RoundSummary round={round} now="2026-11-21T09:32" kindsAreListed={kindsAreListed} />,
  ).replaceAll(/<[^>]*>/g, " ");

describe("what is said of a round", () => {
  it("does not say twice that it is closed, or withdrawn", () => {
    expect(text(ROUND, false).match(/Closed/g)).toHaveLength(1);
    const withdrawn = text({ ...ROUND, withdrawnOn: "2024-05-01" }, false);
    expect(withdrawn.match(/Withdrawn/g)).toHaveLength(1);
    expect(withdrawn).toMatch(/Withdrawn\s+by the funder, 1 May 2024/);
  });

  it("does not say that who may lead is not recorded where the terms list the kinds of body", () => {
    expect(text(ROUND, false)).toContain("Who may lead");
    expect(text(ROUND, true)).not.toContain("Who may lead");
    expect(text({ ...ROUND, whoMayLead: "Any council" }, true)).toContain("Any council");
  });
});
