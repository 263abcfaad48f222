import { describe, expect, test } from "vitest";
import { groupEdits, partsChanged } from "./draft-edits.rules.ts";

describe("an edit of a draft", () => {
  test("names the section that was saved", () => {
    expect(partsChanged({ section: "costs", costs: [] }, { section: "costs", costs: [] })).toEqual(["Costs"]);
  });

  test("names the main details that changed, each once", () => {
    const before = {
      title: "Lights",
      requested_pence: null,
      requested_basis: "not_recorded",
      partnerships: [{ id: 1 }],
      priorityIds: [1, 2],
    };
    const after = {
      ...before,
      requested_pence: 5,
      requested_basis: "exact",
      priorityIds: [2, 1],
      version: 3,
    };
    expect(partsChanged(before, after)).toEqual(["Amount requested"]);
  });

  test("is one for each person and day in the UK", () => {
    const at = (time: string, personName: string, parts: string[]) => ({ at: time, personName, parts });
    const edits = groupEdits([
      at("2026-11-21T10:00:00Z", "Ola", ["Costs"]),
      at("2026-11-21T09:00:00Z", "Ola", ["Title", "Costs"]),
      at("2026-11-21T08:00:00Z", "Mia", ["Risks"]),
      at("2026-11-20T08:00:00Z", "Mia", ["Risks"]),
    ]);
    expect(edits).toEqual([
      at("2026-11-21T10:00:00Z", "Ola", ["Title", "Costs"]),
      at("2026-11-21T08:00:00Z", "Mia", ["Risks"]),
      at("2026-11-20T08:00:00Z", "Mia", ["Risks"]),
    ]);
  });
});
