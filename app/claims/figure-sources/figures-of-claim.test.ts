import { describe, expect, test } from "vitest";
import type { Receipt } from "../claim.ts";
import { figuresOfClaim } from "./figures-of-claim.ts";

const receipt = (given: Partial<Receipt>): Receipt => ({
  id: 1,
  receivedOn: "2026-05-01",
  amountPence: 100_00,
  reference: null,
  reversesId: null,
  reason: null,
  recordedBy: null,
  ...given,
});

describe("the figures of a claim that an attachment can state", () => {
  test("are none of a draft whose amount is not recorded", () => {
    expect(figuresOfClaim({ claimedPence: null, results: null }, [])).toEqual([]);
  });

  test("are its amount, its results and what came on each day, but for what was taken back", () => {
    const receipts = [
      receipt({ id: 1 }),
      receipt({ id: 2, amountPence: 20_50 }),
      receipt({ id: 3, receivedOn: "2026-06-02" }),
      receipt({ id: 4, receivedOn: "2026-06-03", amountPence: -100_00, reversesId: 3 }),
    ];
    expect(figuresOfClaim({ claimedPence: 34_400_00, results: 43 }, receipts)).toEqual([
      { figure: "claimed", value: "£34,400" },
      { figure: "results", value: "43" },
      { figure: "received", item: "1 May 2026", value: "£120.50" },
    ]);
  });
});
