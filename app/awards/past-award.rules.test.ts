import { describe, expect, test } from "vitest";
import { readPastAward } from "./past-award.rules.ts";
import { type PastAwardAnswers, pastAwardSchema } from "./past-award.schema.ts";

const plain = pastAwardSchema.parse({
  title: "Grant",
  recordedById: "4",
  partnershipIds: ["4"],
  amountPence: "£9,000",
  reason: "Annual report",
});
const read = (parts: Partial<PastAwardAnswers>) => readPastAward({ ...plain, ...parts }, "2026-11-21");
const errorsOf = (parts: Partial<PastAwardAnswers>) => {
  const result = read(parts);
  return result.ok ? {} : result.errors;
};

describe("an award already made", () => {
  test("needs no more than a title, who records and shares it, an amount and where it is recorded", () => {
    expect(read({})).toEqual({
      ok: true,
      value: {
        amount: { amountPence: 900_000, amountBasis: "exact" },
        partnerships: [{ partnershipId: 4, part: "partner" }],
      },
    });
  });

  test("may be recorded by a partnership that takes no part", () => {
    expect(read({ partnershipIds: [5, 6], leadId: 6 })).toMatchObject({
      value: {
        partnerships: [
          { partnershipId: 5, part: "partner" },
          { partnershipId: 6, part: "lead" },
          { partnershipId: 4, part: "recorder" },
        ],
      },
    });
  });

  test("has an amount, or says that there is none", () => {
    expect(errorsOf({ amountPence: null })).toHaveProperty("amountPence");
    expect(read({ amountPence: null, amountNotRecorded: true })).toMatchObject({
      value: { amount: { amountPence: null, amountBasis: "not_recorded" } },
    });
  });

  test("is led by one of those that share it, decided by today, and delivered forwards", () => {
    expect(errorsOf({ leadId: 9 })).toHaveProperty("leadId");
    expect(errorsOf({ decidedOn: "2026-11-22" })).toHaveProperty("decidedOn");
    expect(errorsOf({ decidedOn: "2026-11" })).toEqual({});
    expect(errorsOf({ deliveryFrom: "2025-04", deliveryTo: "2025-03" })).toHaveProperty("deliveryTo");
    expect(errorsOf({ deliveryFrom: "2025-04-01", deliveryTo: "2025-04" })).toEqual({});
  });
});
