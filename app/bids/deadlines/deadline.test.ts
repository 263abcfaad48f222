import { describe, expect, it } from "vitest";
import { byDeadline, type Deadline } from "./deadline.ts";

const at = (moment: string, bidId = 1): Deadline => ({
  bidId,
  reference: "B-000001",
  title: "Safer evenings",
  kind: "round_closes",
  at: moment,
});

describe("deadlines", () => {
  it("stand in the order in which they pass", () => {
    const moments = ["2026-11", "2026-11-25", "2026-12-01T17:00", "2026-11-25T12:00", "2026-11-25T09:00"];
    const sorted = moments.map((moment) => at(moment)).sort(byDeadline);
    expect(sorted.map((deadline) => deadline.at)).toEqual([
      "2026-11-25T09:00",
      "2026-11-25T12:00",
      "2026-11-25",
      "2026-11",
      "2026-12-01T17:00",
    ]);
    expect([at("2026-11", 2), at("2026-11", 1)].sort(byDeadline)[0]?.bidId).toBe(1);
  });
});
