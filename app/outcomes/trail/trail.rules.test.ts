import { expect, test } from "vitest";
import { breaksOf, inLevels, stationsOf, type Trail } from "./trail.rules.ts";

const node = (key: string, station: string, text = key) => ({ key, station, text, href: null });
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

test("an award that is paid out of another stands behind it with its lines", () => {
  const passed: Trail = {
    nodes: [
      node("a1", "award"),
      node("a2", "award"),
      node("own", "line"),
      node("on", "line"),
      node("its", "line"),
    ],
    links: [
      { from: "a1", to: "own" },
      { from: "a1", to: "on" },
      { from: "on", to: "a2" },
      { from: "a2", to: "its" },
    ],
  };
  const trail = inLevels(passed);
  expect(trail.nodes.map(({ station }) => station)).toEqual(["award", "award-1", "line", "line", "line-1"]);
  const names = stationsOf(trail).map(({ name }) => name);
  expect(names.slice(2, 6)).toEqual(["Award", "Lines", "Award inside it", "Its lines"]);
  expect(stationsOf(TRAIL)).toHaveLength(6);
});
