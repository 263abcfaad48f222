import { expect, test } from "vitest";
import { isProvided } from "./answers.rules.ts";
import type { BidContent } from "./content.ts";
import { NO_CONTENT } from "./no-content.ts";

test("a section is provided as soon as it says anything", () => {
  const content: BidContent = {
    ...NO_CONTENT,
    area: { wards: ["Bank"], area: null },
    need: { need: null, evidence: "167 incidents" },
  };
  expect(isProvided(content, "area")).toBe(true);
  expect(isProvided(content, "need")).toBe(true);
  expect(isProvided(content, "costs")).toBe(false);
  expect(isProvided(content, "people")).toBe(false);
});
