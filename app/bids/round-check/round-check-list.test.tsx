import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { AgreedException } from "./round-check.ts";
import { RoundCheckList } from "./round-check-list.tsx";

const AGREED: AgreedException = {
  id: 1,
  rule: "over_cap",
  reason: "Their letter",
  agreedBy: "Fund manager",
  agreedOn: null,
  personName: null,
  recordedAt: "2026-11-21T09:00:00.000Z",
  mayBeTakenBack: true,
};
const BREACH = { rule: "over_cap", words: "Requested £3 is £1 over the cap of £2." } as const;

const shown = (exceptions: AgreedException[], breaches: (typeof BREACH)[]) =>
  renderToStaticMarkup(
    <RoundCheckList bidId={7} mayAgree check={{ hasRound: true, breaches, exceptions, sameMatch: [] }} />,
  );
const link = 'href="/bids/7/exceptions/over_cap"';

describe("what the funder agreed", () => {
  it("is shown and can be taken back, whether or not the bid breaks the rule now", () => {
    for (const breaches of [[BREACH], []]) {
      const html = shown([AGREED], breaches);
      expect(html.match(/Their letter/g)).toHaveLength(1);
      expect(html).toContain(link);
      expect(html).toContain("Take it back");
    }
    expect(shown([AGREED], [])).toContain("what the bid does not break now");
  });

  it("is not taken back once the bid is signed with it", () => {
    for (const breaches of [[BREACH], []]) {
      expect(shown([{ ...AGREED, mayBeTakenBack: false }], breaches)).not.toContain(link);
    }
    expect(shown([], [BREACH])).toContain("Record that the funder agreed");
  });
});
