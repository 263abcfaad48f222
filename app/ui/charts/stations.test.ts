import { expect, test } from "vitest";
import { layOut, neighbours, type StationChain } from "./stations.ts";

const node = (key: string, station: string, text = key) => ({ key, station, text, href: null });
const STATIONS = ["round", "bid", "award", "line", "project"].map((station) => ({ station, name: station }));
const CHAIN: StationChain = {
  nodes: [
    node("r", "round"),
    node("b", "bid"),
    node("a", "award"),
    node("l1", "line", "£10 to Lighting"),
    node("l2", "line", "£5 to no project"),
    node("p", "project", "Lighting"),
  ],
  links: [
    { from: "r", to: "b" },
    { from: "b", to: "a" },
    { from: "a", to: "l1" },
    { from: "a", to: "l2" },
    { from: "l1", to: "p" },
  ],
};

test("a chain is walked in both directions", () => {
  const rows = neighbours(CHAIN, STATIONS);
  expect(
    rows.map(({ key, from, to }) => [key, from.map((one) => one.key), to.map((one) => one.key)]),
  ).toEqual([
    ["r", [], ["b"]],
    ["b", ["r"], ["a"]],
    ["a", ["b"], ["l1", "l2"]],
    ["l1", ["a"], ["p"]],
    ["l2", ["a"], []],
    ["p", ["l1"], []],
  ]);
});

test("boxes of one station stand under each other, and lines run from one to the next", () => {
  const { boxes, lines, height } = layOut(CHAIN, STATIONS);
  const at = new Map(boxes.map((box) => [box.key, box]));
  expect(at.get("l1")?.x).toBe(at.get("l2")?.x);
  expect(at.get("l2")?.y).toBeGreaterThan(at.get("l1")?.y ?? 0);
  expect(lines).toHaveLength(CHAIN.links.length);
  expect(lines.every(({ x1, x2 }) => x2 > x1)).toBe(true);
  expect(height).toBeGreaterThan(at.get("l2")?.y ?? 0);
  expect(
    layOut({ nodes: [node("x", "bid", "A bid with a very long title indeed")], links: [] }, STATIONS).boxes[0]
      ?.short,
  ).toMatch(/…$/);
});
