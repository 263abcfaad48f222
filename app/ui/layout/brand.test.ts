import { expect, test } from "vitest";
import { brandCss } from "./brand.ts";

test("text on the brand colour is the one that can be read", () => {
  expect(brandCss("#12436D")).toBe(":root{--app-brand:#12436d;--app-brand-text:#ffffff}");
  expect(brandCss("#FFDD00")).toContain("--app-brand-text:#0b0c0c");
});

test("what is not a colour never reaches the page", () => {
  expect(brandCss("red}</style><script>")).toBe(brandCss("#12436d"));
});
