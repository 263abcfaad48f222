import { describe, expect, it } from "vitest";
import { answerDue, byDeadline, type Deadline } from "./deadline.ts";

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

  it("are, of the funder's questions, the first that is open and has a day", () => {
    const question = (dueOn: string | null, answeredOn: string | null = null) => ({ dueOn, answeredOn });
    expect(
      answerDue([
        question("2026-11-20", "2026-11-19"),
        question(null),
        question("2026-12-02"),
        question("2026-11-30"),
      ]),
    ).toEqual([{ kind: "answer", at: "2026-11-30" }]);
    expect(answerDue([question(null), question("2026-11-20", "2026-11-19")])).toEqual([]);
  });
});
