import { describe, expect, it } from "vitest";
import { effectOn } from "./bulk.rules.ts";

const bid = { leadOfficer: "Lee", partnerships: [{ id: 1 }], priorityIds: [7], mayWrite: true };
const priority = { id: 8, title: "Calm evenings", partnershipId: 1 };

describe("a change of many bids", () => {
  it("says what stands there then", () => {
    expect(effectOn(bid, { kind: "lead-officer", to: "Kim" })).toEqual({ becomes: "Kim" });
    expect(effectOn(bid, { kind: "add-priority", priority })).toEqual({ becomes: "Calm evenings" });
  });

  it("leaves alone what is so already", () => {
    expect(effectOn(bid, { kind: "lead-officer", to: "Lee" })).toEqual({ same: true });
    expect(effectOn(bid, { kind: "add-priority", priority: { ...priority, id: 7 } })).toEqual({ same: true });
  });

  it("refuses bids of others, and priority areas of others", () => {
    const theirs = { ...bid, mayWrite: false };
    expect(effectOn(theirs, { kind: "lead-officer", to: "Kim" })).toHaveProperty("refused");
    const foreign = { ...priority, partnershipId: 2 };
    expect(effectOn(bid, { kind: "add-priority", priority: foreign })).toHaveProperty("refused");
  });
});
