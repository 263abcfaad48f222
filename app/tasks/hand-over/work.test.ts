import { describe, expect, it } from "vitest";
import { countWork, planHandOver, type Work } from "./work.ts";

const work = (change: Partial<Work> = {}): Work => ({
  kind: "bid",
  id: 1,
  version: 1,
  text: "B-000001 Safer evenings",
  href: "/bids/1",
  record: { bidId: 1 },
  partnershipIds: [10, 11],
  isTheirs: true,
  ...change,
});
const successor = { id: 5, name: "Jo", partnershipIds: [11], bidIds: [4] };

describe("work that is handed over", () => {
  it("goes to somebody with a role where it belongs, and stays where the actor does not hand it over", () => {
    const others = [work({ id: 2, partnershipIds: [12] }), work({ id: 3, isTheirs: false })];
    const plan = planHandOver([work(), ...others], successor);
    expect(plan.goes.map(({ id }) => id)).toEqual([1]);
    expect(plan.stays.map(({ work: { id }, because }) => [id, because.slice(0, 10)])).toEqual([
      [2, "Jo has no "],
      [3, "You cannot"],
    ]);
  });

  it("ends, where it is a place beside the part that its new person has in the bid already", () => {
    const record = { bidId: 4 };
    const plan = planHandOver(
      [work({ kind: "watcher" }), work({ kind: "helper", record }), work({ kind: "task", record })],
      successor,
    );
    expect(plan.goes.map(({ kind, ends }) => [kind, ends])).toEqual([
      ["watcher", false],
      ["helper", true],
      ["task", false],
    ]);
  });

  it("is counted in words", () => {
    expect(countWork([])).toBe("nothing");
    expect(countWork([work()])).toBe("1 bid");
    expect(countWork([work(), work(), work({ kind: "task" })])).toBe("2 bids and 1 task");
    const places = [work({ kind: "helper" }), work({ kind: "watcher" })];
    expect(countWork([work(), ...places, work({ kind: "award" }), work({ kind: "task" })])).toBe(
      "1 bid, 2 places in teams, 1 award and 1 task",
    );
  });
});
