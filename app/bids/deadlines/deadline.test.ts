import { describe, expect, it } from "vitest";
import { byDeadline, type Deadline, describeDeadline } from "./deadline.ts";

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

  it("are said with their time in the UK and the working days left", () => {
    expect(describeDeadline("2026-11-25T17:00", "2026-11-21")).toBe(
      "25 November 2026 at 5pm (in 3 working days)",
    );
    expect(describeDeadline("2026-11-21", "2026-11-21")).toBe("21 November 2026 (today)");
    expect(describeDeadline("2026-12", "2026-11-21")).toBe("December 2026");
  });
});
