import { describe, expect, it } from "vitest";
import { CLAIM_ACTIONS, canFollow, isClaimAction, statusByMoney } from "./claim.status.ts";

const follows = (status: Parameters<typeof canFollow>[1]["status"], receivedPence = 0) =>
  CLAIM_ACTIONS.filter((action) => canFollow(action, { status, receivedPence }));

describe("a claim", () => {
  it("is signed before it is submitted", () => {
    expect(follows("draft")).toEqual(["sign", "discard"]);
    expect(follows("signed")).toEqual(["send_back", "submit", "withdraw"]);
  });

  it("is queried, answered and paid once it is submitted", () => {
    expect(follows("submitted")).toEqual(["record_receipt", "query", "withdraw"]);
    expect(follows("queried")).toEqual(["record_receipt", "answer", "withdraw"]);
  });

  it("is not withdrawn once money came; the money can be taken back", () => {
    expect(follows("part_paid", 5)).toEqual(["record_receipt", "query", "take_back_receipt"]);
    expect(follows("paid", 5)).toEqual(["take_back_receipt"]);
    expect(follows("withdrawn")).toEqual([]);
  });

  it("is paid when all of it came, and in part before", () => {
    expect([0, 1, 99, 100, 101].map((received) => statusByMoney(100, received))).toEqual([
      "submitted",
      "part_paid",
      "part_paid",
      "paid",
      "paid",
    ]);
  });

  it("knows its own actions", () => {
    expect([isClaimAction("sign"), isClaimAction("steal"), isClaimAction(undefined)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
