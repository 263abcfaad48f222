import { describe, expect, it } from "vitest";
import { type OutOf, outOfNamed, outOfValue, referencesIn } from "./out-of.rules.ts";

const MONEY: OutOf = {
  awardId: 13,
  partnershipId: 4,
  financialYear: 2026,
  projectId: null,
  priorityId: null,
  stream: "revenue",
};

describe("money of another award in a form", () => {
  it("is read back as it was named, what is not yet apportioned included", () => {
    const nothing = { ...MONEY, partnershipId: null, financialYear: null, stream: null };
    for (const money of [MONEY, nothing]) expect(outOfNamed(outOfValue(money))).toEqual(money);
  });

  it.each(["", "none", "13", "0-4-2026-0-0-revenue", "13-4-2026-0-0-revenue-1", "x-4-2026-0-0-revenue"])(
    "is nothing where it was written as %j",
    (text) => expect(outOfNamed(text)).toBeNull(),
  );

  it("is asked for by references, each once, with commas or without", () => {
    expect(referencesIn(" A-000013, A-000020\nA-000013 ")).toEqual(["A-000013", "A-000020"]);
    expect(referencesIn(" , ")).toEqual([]);
  });
});
