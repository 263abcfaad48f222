import { describe, expect, it } from "vitest";
import { bidReference, missingForSubmission, recorderOf, writablePartnerships } from "./bid.rules.ts";
import type { BidPart } from "./bid.ts";

const of = (...parts: BidPart[]) =>
  parts.map((part, index) => ({ id: index + 1, name: `P${index + 1}`, part }));

describe("who writes a bid", () => {
  it("is the lead's people alone where there is a lead", () => {
    expect(writablePartnerships({ partnerships: of("partner", "lead", "recorder") })).toEqual([2]);
  });

  it("is every partner's people where no lead is recorded, the recorder's included", () => {
    expect(writablePartnerships({ partnerships: of("partner", "partner", "recorder") })).toEqual([1, 2, 3]);
  });
});

describe("a bid to be submitted", () => {
  const complete = { partnerships: of("lead"), purpose: "Lighting", requestedPence: 100 };

  it("needs a lead, a purpose and an amount", () => {
    expect(missingForSubmission(complete, false)).toEqual({});
    const nothing = { partnerships: of("recorder"), purpose: null, requestedPence: null };
    expect(Object.keys(missingForSubmission(nothing, false))).toEqual([
      "leadPartnershipId",
      "purpose",
      "requestedPence",
    ]);
  });

  it("may go without an amount only where somebody said that it is not yet known", () => {
    const bid = { ...complete, requestedPence: null };
    expect(missingForSubmission(bid, false)).toHaveProperty("requestedPence");
    expect(missingForSubmission(bid, true)).toEqual({});
  });

  it("may ask for nothing at all: £0 is an amount", () => {
    expect(missingForSubmission({ ...complete, requestedPence: 0 }, false)).toEqual({});
  });
});

describe("the partnership that records a draft", () => {
  it("is its lead", () => {
    expect(recorderOf({ leadPartnershipId: 7, partnerIds: [1, 2] }, [1, 7])).toBe(7);
  });

  it("is the person's own among the partners, else their only one", () => {
    expect(recorderOf({ leadPartnershipId: null, partnerIds: [9, 2] }, [1, 2])).toBe(2);
    expect(recorderOf({ leadPartnershipId: null, partnerIds: [9] }, [1])).toBe(1);
  });

  it("must be said where a person has several", () => {
    expect(recorderOf({ leadPartnershipId: null, partnerIds: [9] }, [1, 2])).toBe(1);
    expect(recorderOf({ leadPartnershipId: null, partnerIds: [9] }, [])).toBeNull();
  });
});

describe("a reference", () => {
  it("has six figures and goes on past them", () => {
    expect(bidReference(123)).toBe("B-000123");
    expect(bidReference(1_234_567)).toBe("B-1234567");
  });
});
