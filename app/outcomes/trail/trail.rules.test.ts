import { expect, test } from "vitest";
import { breaksOf, type Station, type Trail } from "./trail.rules.ts";

const node = (key: string, station: Station, text = key) => ({ key, station, text, href: null });
const TRAIL: Trail = {
  nodes: [
    node("l1", "line", "£10 to Lighting"),
    node("l2", "line", "£5 to no project"),
    node("p", "project", "Lighting"),
  ],
  links: [{ from: "l1", to: "p" }],
};

test("it says where the chain breaks, and not of a project that others read", () => {
  expect(breaksOf(TRAIL, new Set(["p"]))).toEqual([
    "£5 to no project: this money names no project yet",
    "Lighting: no outcome is measured yet",
  ]);
  expect(breaksOf(TRAIL, new Set())).toHaveLength(1);
  expect(breaksOf({ nodes: [node("m", "measure")], links: [] }, new Set())).toHaveLength(1);
});
