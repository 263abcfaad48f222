import { describe, expect, test } from "vitest";
import { problemsWithPastBid } from "./past-bid.rules.ts";
import { type PastBidAnswers, pastBidSchema } from "./past-bid.schema.ts";

const plain = pastBidSchema.parse({
  title: "Cameras",
  status: "unsuccessful",
  recordedById: "4",
  partnershipIds: ["4"],
  note: "Annual report",
});
const problems = (parts: Partial<PastBidAnswers>) =>
  Object.keys(problemsWithPastBid({ ...plain, ...parts }, "2026-11-21"));

describe("a bid made before the register knew of it", () => {
  test("needs no more than a title, what became of it, whose it was and where it is recorded", () => {
    expect(problems({})).toEqual([]);
  });

  test("is led by one of its partnerships and has a round, or a fund or funder", () => {
    expect(problems({ leadId: 9 })).toEqual(["leadId"]);
    expect(problems({ roundId: 1, fundId: 2 })).toEqual(["roundId"]);
  });

  test("was submitted, and then decided, by today", () => {
    expect(problems({ submittedOn: "2026-12" })).toEqual(["submittedOn"]);
    expect(problems({ decidedOn: "2026-11-22" })).toEqual(["decidedOn"]);
    expect(problems({ submittedOn: "2025-04", decidedOn: "2025-03" })).toEqual(["decidedOn"]);
    expect(problems({ submittedOn: "2025-04-20", decidedOn: "2025-04" })).toEqual([]);
    expect(problems({ status: "withdrawn", decidedOn: "2025-04" })).toEqual(["decidedOn"]);
  });
});
