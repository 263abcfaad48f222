import { describe, expect, it } from "vitest";
import { describeRoundState, groupRounds, roundState, ukLocalTime } from "./round.rules.ts";

const NOW = "2026-11-21T16:59";
const nothing = { opensOn: null, closesAt: null, deliveryTo: null, decisionExpected: null };

describe("a round", () => {
  it("is not yet open before the day it opens, and open from that day", () => {
    expect(roundState({ ...nothing, opensOn: "2026-11-22" }, NOW).kind).toBe("not_yet_open");
    expect(roundState({ ...nothing, opensOn: "2026-11-21", closesAt: "2027-03-01" }, NOW)).toEqual({
      kind: "open",
      closesInDays: 100,
    });
  });

  it("closes at its minute on its last day", () => {
    const round = { ...nothing, closesAt: "2026-11-21T17:00" };
    expect(roundState(round, NOW)).toEqual({ kind: "closing_soon", closesInDays: 0 });
    expect(roundState(round, "2026-11-21T17:00")).toEqual({ kind: "closed" });
  });

  it("without a time stays open through its last day", () => {
    const round = { ...nothing, closesAt: "2026-11-21" };
    expect(roundState(round, "2026-11-21T23:59").kind).toBe("closing_soon");
    expect(roundState(round, "2026-11-22T00:00").kind).toBe("closed");
  });

  it("is closing soon from 28 days before", () => {
    expect(roundState({ ...nothing, closesAt: "2026-12-19" }, NOW).kind).toBe("closing_soon");
    expect(roundState({ ...nothing, closesAt: "2026-12-20" }, NOW).kind).toBe("open");
  });

  it("that closes in a month stays open to the end of that month", () => {
    expect(roundState({ ...nothing, closesAt: "2026-11" }, NOW).kind).toBe("closing_soon");
    expect(roundState({ ...nothing, closesAt: "2026-10" }, NOW).kind).toBe("closed");
  });

  it("without a closing date is unknown until its decision or delivery is past", () => {
    expect(roundState({ ...nothing, opensOn: "2021-06-03" }, NOW).kind).toBe("unknown");
    expect(roundState({ ...nothing, deliveryTo: "FY2026" }, NOW).kind).toBe("unknown");
    expect(roundState({ ...nothing, deliveryTo: "2022-03-31" }, NOW).kind).toBe("closed");
    expect(roundState({ ...nothing, decisionExpected: "2021-01" }, NOW).kind).toBe("closed");
    expect(roundState(nothing, NOW).kind).toBe("unknown");
  });

  it.each([
    [{ closesAt: "2026-11-21T17:00" }, "Closes today at 5pm"],
    [{ closesAt: "2026-11-22T12:00" }, "Closes tomorrow at midday"],
    [{ closesAt: "2026-12-03" }, "Closes in 12 days"],
    [{ closesAt: "2027-05" }, "Closes in May 2027"],
    [{ opensOn: "2026-12-01" }, "Opens 1 December 2026"],
    [{ closesAt: "2023-08-31T17:00" }, "Closed 31 August 2023 at 5pm"],
    [{ deliveryTo: "2022-03-31" }, "Closed; the day is not recorded"],
    [{ closesAt: "2026-11-01T17:00", withdrawnOn: "2026-10-22" }, "Withdrawn by the funder, 22 October 2026"],
    [{ closesAt: "2026-12-03", withdrawnOn: "2026-10" }, "Withdrawn by the funder, October 2026"],
    [{}, "Closing date not recorded"],
  ])("says where it stands: %j", (dates, words) => {
    expect(describeRoundState({ ...nothing, ...dates }, NOW)).toBe(words);
  });

  it("stands in the list under its state, the next to close first", () => {
    const round = (id: number, closesAt: string | null) => ({ ...nothing, id, closesAt });
    const groups = groupRounds(
      [
        round(1, "2024-01-31"),
        round(2, "2026-12-10"),
        round(3, "2026-12-01T12:00"),
        round(4, null),
        round(5, "2025-02"),
      ],
      NOW,
    );
    expect(groups.map((group) => [group.kind, group.rounds.map(({ id }) => id)])).toEqual([
      ["closing_soon", [3, 2]],
      ["unknown", [4]],
      ["closed", [5, 1]],
    ]);
  });
});

describe("UK local time", () => {
  it("follows summer time", () => {
    expect(ukLocalTime("2026-07-01T16:00:00.000Z")).toBe("2026-07-01T17:00");
    expect(ukLocalTime("2026-12-31T23:59:59.000Z")).toBe("2026-12-31T23:59");
  });
});
