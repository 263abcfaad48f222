import { describe, expect, it } from "vitest";
import { PERMISSIONS, ROLES, type Role } from "#app/platform/permissions.ts";
import {
  actionsFor,
  BID_ACTIONS,
  BID_RULES,
  BID_STATUSES,
  type BidAction,
  type BidStatus,
  nextStatus,
} from "./bid.status.ts";
import { BID_ACTION_WORDS, BID_STATUS_TAGS } from "./bid-words.ts";

/** The whole machine, written out a second time by state: action to next status, and who may. */
const EXPECTED: Record<BidStatus, Partial<Record<BidAction, [to: BidStatus, roles: Role[]]>>> = {
  draft: {
    submit: ["submitted", ["officer", "manager"]],
    ask_for_sign_off: ["awaiting_sign_off", ["officer", "manager"]],
    withdraw: ["withdrawn", ["officer", "manager"]],
  },
  awaiting_sign_off: {
    sign_off: ["submitted", ["manager", "finance"]],
    send_back: ["draft", ["manager", "finance"]],
    take_back: ["draft", ["officer", "manager"]],
    withdraw: ["withdrawn", ["officer", "manager"]],
  },
  submitted: {
    ask_clarification: ["clarification_requested", ["officer", "manager"]],
    award_in_full: ["awarded", ["manager", "finance"]],
    award_in_part: ["part_awarded", ["manager", "finance"]],
    refuse: ["unsuccessful", ["manager", "finance"]],
    put_on_reserve: ["reserve", ["manager", "finance"]],
    withdraw: ["withdrawn", ["officer", "manager"]],
  },
  clarification_requested: {
    ask_clarification: ["clarification_requested", ["officer", "manager"]],
    answer_clarification: ["submitted", ["officer", "manager"]],
    award_in_full: ["awarded", ["manager", "finance"]],
    award_in_part: ["part_awarded", ["manager", "finance"]],
    refuse: ["unsuccessful", ["manager", "finance"]],
    put_on_reserve: ["reserve", ["manager", "finance"]],
    withdraw: ["withdrawn", ["officer", "manager"]],
  },
  reserve: {
    award_in_full: ["awarded", ["manager", "finance"]],
    award_in_part: ["part_awarded", ["manager", "finance"]],
    refuse: ["unsuccessful", ["manager", "finance"]],
    withdraw: ["withdrawn", ["officer", "manager"]],
    reopen: ["submitted", ["manager"]],
  },
  awarded: {},
  part_awarded: {},
  unsuccessful: { reopen: ["submitted", ["manager"]] },
  withdrawn: { reopen: ["submitted", ["manager"]] },
};

const everyCase = BID_STATUSES.flatMap((status) =>
  BID_ACTIONS.flatMap((action) => ROLES.map((role) => [status, action, role] as const)),
);

describe("the status machine of bids", () => {
  it.each(everyCase)("%s, %s, %s", (status, action, role) => {
    const bid = { status, submittedOn: "2026-09-01" };
    const expected = EXPECTED[status][action];
    expect(nextStatus(bid, action)).toBe(expected?.[0] ?? null);
    const allowed = actionsFor(bid, { roles: [role], wroteIt: false }).includes(action);
    expect(allowed).toBe(expected?.[1].includes(role) ?? false);
  });

  it("does not let the person who wrote a bid sign it off, whatever else they may do", () => {
    for (const status of BID_STATUSES) {
      const bid = { status, submittedOn: null };
      const others = actionsFor(bid, { roles: [...ROLES], wroteIt: false });
      const writer = actionsFor(bid, { roles: [...ROLES], wroteIt: true });
      expect(writer).toEqual(others.filter((action) => action !== "sign_off"));
    }
  });

  it("reopens a bid that was never submitted as a draft", () => {
    expect(nextStatus({ status: "withdrawn", submittedOn: null }, "reopen")).toBe("draft");
    expect(nextStatus({ status: "unsuccessful", submittedOn: null }, "reopen")).toBe("submitted");
  });

  it("signs step by step where the lead has a chain, and submits only what is signed as it stands", () => {
    const moment = (status: BidStatus, left: number, cleared = false) => ({
      status,
      submittedOn: null,
      signing: { hasChain: true, left, cleared },
    });
    expect(nextStatus(moment("awaiting_sign_off", 2), "sign")).toBe("awaiting_sign_off");
    expect(nextStatus(moment("awaiting_sign_off", 1), "sign")).toBe("draft");
    expect(nextStatus(moment("awaiting_sign_off", 1), "sign_off")).toBeNull();
    expect(nextStatus(moment("draft", 2), "submit")).toBeNull();
    expect(nextStatus(moment("draft", 2, true), "submit")).toBe("submitted");
    const signer = { roles: ["reader" as const], wroteIt: false, signs: true };
    expect(actionsFor(moment("awaiting_sign_off", 2), signer)).toEqual(["sign", "send_back"]);
    expect(actionsFor(moment("awaiting_sign_off", 2), { ...signer, signs: false })).toEqual([]);
  });

  it("agrees with the table of permissions", () => {
    for (const action of BID_ACTIONS) {
      const rule = BID_RULES[action];
      for (const role of rule.roles) expect(PERMISSIONS[rule.permission]).toContain(role);
      expect(rule.permission === "decision.record").toBe(rule.isDecision ?? false);
    }
  });

  it("asks for date and reason of every decision, and for a reason wherever a bid goes back or ends", () => {
    for (const action of BID_ACTIONS) {
      const { asks, isDecision } = BID_RULES[action];
      if (isDecision)
        expect(asks).toMatchObject({ date: "required", reason: "required", reference: "optional" });
    }
    for (const action of ["send_back", "take_back", "withdraw", "reopen"] as const) {
      expect(BID_RULES[action].asks.reason).toBe("required");
    }
  });

  it("has words for every status and every action, and asks in words wherever it asks for a reason", () => {
    expect(Object.keys(BID_STATUS_TAGS)).toEqual([...BID_STATUSES]);
    for (const action of BID_ACTIONS) {
      expect(BID_ACTION_WORDS[action].label).not.toBe("");
      const { asks } = BID_RULES[action];
      if (asks.reason !== "not_asked" && asks.amount === "not_asked") {
        expect(BID_ACTION_WORDS[action].reason).toBeDefined();
      }
    }
  });
});
