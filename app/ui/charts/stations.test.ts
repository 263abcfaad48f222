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
  const long = node("x", "bid", "A bid with a very long title indeed, that goes on and on, and on further");
  const [box] = layOut({ nodes: [long], links: [] }, STATIONS).boxes;
  expect(box?.lines.map(({ line }) => line).at(-1)).toMatch(/…$/);
});

test("many stations fit the page: their columns are narrower, and those at which nothing is are left out", () => {
  const names = ["round", "bid", "award", "line", "inner", "its", "project", "measure"];
  const stations = names.map((station) => ({ station, name: `The ${station} inside it` }));
  const all = layOut({ nodes: names.map((name) => node(name, name)), links: [] }, stations);
  expect(all.heads).toHaveLength(8);
  expect(all.width).toBeLessThanOrEqual(1_200);
  const few = layOut({ nodes: [node("a", "award"), node("m", "measure")], links: [] }, stations);
  expect(few.heads.map(({ lines }) => lines.join(" "))).toEqual([
    "The award inside it",
    "The measure inside it",
  ]);
  expect(layOut({ nodes: [], links: [] }, STATIONS).heads).toHaveLength(5);
});

test("the figure of a box stands under its name, both within the box", () => {
  const named = { ...node("g", "bid", "Detached Youth Work Collective of the county"), figure: "£2,000" };
  const { boxes, box } = layOut({ nodes: [named], links: [] }, STATIONS);
  const words = boxes[0]?.lines ?? [];
  expect(words.map(({ isFigure }) => isFigure)).toEqual([false, false, true]);
  expect(words.map(({ line }) => line).at(-1)).toBe("£2,000");
  for (const { y } of words) expect(y).toBeLessThan(box.height);
});
