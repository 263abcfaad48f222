import { describe, expect, it } from "vitest";
import { effectOn } from "./bulk.rules.ts";

const bid = { leadOfficer: "Lee", ownerId: 3, partnerships: [{ id: 1 }], priorityIds: [7], mayWrite: true };
const owner = { id: 4, name: "Kim", partnershipIds: [1] };
const priority = { id: 8, title: "Calm evenings", partnershipId: 1 };

describe("a change of many bids", () => {
  it("says what stands there then", () => {
    expect(effectOn(bid, { kind: "lead-officer", to: "Kim" })).toEqual({ becomes: "Kim" });
    expect(effectOn(bid, { kind: "add-priority", priority })).toEqual({ becomes: "Calm evenings" });
  });

  it("gives it to an owner of one of its partnerships", () => {
    expect(effectOn(bid, { kind: "owner", owner })).toEqual({ becomes: "Kim" });
    expect(effectOn(bid, { kind: "owner", owner: { ...owner, id: 3 } })).toEqual({ same: true });
    const foreign = { ...owner, partnershipIds: [2] };
    expect(effectOn(bid, { kind: "owner", owner: foreign })).toHaveProperty("refused");
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
