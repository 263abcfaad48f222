import { expect, test } from "vitest";
import { askedWords, refusalToConfirm } from "./four-eyes.rules.ts";

const asked = { at: "2026-06-04T08:32:00.000Z", by: { id: 1, name: "Olu Officer" }, after: 2 };

test("a version is confirmed by somebody who neither asked for it nor saved it last", () => {
  const proposal = { asked, updatedById: 2 };
  expect(refusalToConfirm(proposal, 3, 2)).toBeNull();
  expect(refusalToConfirm(proposal, 1, 2)).toContain("You wrote this version");
  expect(refusalToConfirm(proposal, 2, 2)).toContain("You wrote this version");
  expect(refusalToConfirm({ asked: { ...asked, by: null }, updatedById: null }, null, 2)).toBeNull();
});

test("one that nobody asked for, or that another version has overtaken, is refused in words", () => {
  expect(refusalToConfirm({ asked: null, updatedById: 2 }, 3, 2)).toContain("ask for that first");
  expect(refusalToConfirm({ asked, updatedById: 2 }, 3, 3)).toContain("Another version was sealed");
  expect(askedWords(asked)).toBe(
    "Olu Officer asked on 4 June 2026 at 9:32am for a second person to confirm it",
  );
});
