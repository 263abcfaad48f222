import { expect, test } from "vitest";
import { breaksOf, findingOf, inLevels, stationsOf, type Trail, unfundedWords } from "./trail.rules.ts";

const node = (key: string, station: string, text = key) => ({ key, station, text, href: null });
const TRAIL: Trail = {
  nodes: [
    node("award-1", "award"),
    node("line-1-4", "line", "£10 to Lighting"),
    node("line-1-0", "line", "£5 to no project"),
    node("project-4", "project", "Lighting"),
  ],
  links: [{ from: "line-1-4", to: "project-4" }],
};

test("it says each break of a record, also two of one", () => {
  expect(
    breaksOf(TRAIL, [
      { kind: "award", id: 1 },
      { kind: "project", id: 4 },
      { kind: "unpaid", id: 4 },
      { kind: "project", id: 9 },
    ]),
  ).toEqual([
    "£5 to no project: this money names no project yet",
    "Lighting: no outcome is measured yet",
    "Lighting: no money of an award names this project",
  ]);
  expect(breaksOf(TRAIL, [])).toEqual([]);
});

test("it holds only where a pound can be walked from an award to a measure", () => {
  const bid = node("bid-1", "bid");
  const measured = node("measure-1", "measure");
  const findings = [
    findingOf(TRAIL, 2),
    findingOf({ ...TRAIL, nodes: [...TRAIL.nodes, measured] }, 0),
    findingOf(TRAIL, 0),
    findingOf({ nodes: [node("award-1", "award")], links: [] }, 0),
    findingOf({ nodes: [bid], links: [] }, 0),
  ];
  expect(findings).toEqual([
    "The chain breaks at 2 places",
    "The chain holds from the pound to what was measured",
    "The chain holds as far as you may read it",
    "No money of this award counts today",
    "No award stands in this trail, so there is no pound to walk yet",
  ]);
});

test("a project that goes on unfunded is said to, with what partners give, and its outcomes that no award leads to them", () => {
  const nodes = [node("project-4", "project", "NEET"), node("measure-1", "measure", "Incidents")];
  const neet: Trail = { nodes, links: [{ from: "project-4", to: "measure-1" }] };
  const contributions = [
    { contributor: "Borough council", form: "cash", amountPence: 50_000 },
    { contributor: "Police", form: "in_kind", amountPence: null },
  ] as const;
  expect(unfundedWords(neet, [{ id: 4, contributions }])).toEqual([
    "NEET: going on, unfunded; own contribution, never counted as secured: Borough council £500 in cash, Police amount not recorded in kind",
    "Incidents: no award leads to this outcome",
  ]);
  expect(unfundedWords(neet, [{ id: 4, contributions: [] }])[0]).toBe("NEET: going on, unfunded");
  expect(unfundedWords(neet, [])).toEqual([]);
  expect(findingOf(neet, 0, 1)).toBe("Going on, unfunded: no award leads here, which is no break");
  expect(findingOf(neet, 1, 1)).toBe("The chain breaks at 1 place");
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
