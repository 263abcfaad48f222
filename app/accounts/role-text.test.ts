import { expect, it } from "vitest";
import { roleTexts } from "./role-text.ts";

it("names each role with its partnership, administrators first", () => {
  const roles = [{ partnershipId: 3, role: "officer" as const }];
  const nameOf = (id: number) => `Partnership ${id}`;
  expect(roleTexts({ isAdministrator: false, roles }, nameOf)).toEqual(["Officer, Partnership 3"]);
  expect(roleTexts({ isAdministrator: true, roles }, nameOf)).toEqual([
    "Administrator",
    "Officer, Partnership 3",
  ]);
});

it("counts the partnerships where one role is held in many", () => {
  const roles = [1, 2, 3, 4].map((partnershipId) => ({ partnershipId, role: "finance" as const }));
  expect(roleTexts({ isAdministrator: false, roles }, String)).toEqual(["Finance in 4 partnerships"]);
});
