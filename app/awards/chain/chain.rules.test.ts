import { expect, test } from "vitest";
import { formatPounds } from "#app/core/money.ts";
import { type ChainAward, drawChain } from "./chain.rules.ts";

const pounds = (pence: number | null) => (pence === null ? "not recorded" : formatPounds(pence));

function award(id: number, grossPence: number | null, parts: Partial<ChainAward> = {}): ChainAward {
  const nothing = { passedOnPence: 0, funder: null, receivedThrough: null };
  return { id, text: `A-${id}`, href: `/awards/${id}`, grossPence, ...nothing, ...parts };
}

test("the chain runs from the funder through the lead award and those inside it to the onward grants", () => {
  const { chain, stations } = drawChain(
    [
      award(1, 6_000_00, { passedOnPence: 1_500_00, funder: { id: 9, name: "Home Office" } }),
      award(2, 1_500_00, { passedOnPence: 500_00, funder: { id: 9, name: "Home Office" } }),
      award(3, 500_00),
    ],
    [
      { outerId: 1, innerId: 2, pence: 1_500_00 },
      { outerId: 2, innerId: 3, pence: 500_00 },
    ],
    [{ id: 7, awardId: 3, recipient: "Refuge", pence: 200_00 }],
    pounds,
  );
  expect(stations.map(({ name }) => name)).toEqual([
    "Funder",
    "Lead award",
    "Awards inside it",
    "Inside those",
    "Onward grants",
  ]);
  expect(chain.links).toEqual([
    { from: "funder-9", to: "award-1" },
    { from: "award-1", to: "award-2" },
    { from: "award-2", to: "award-3" },
    { from: "award-3", to: "grant-7" },
  ]);
  const figures = chain.nodes.map(({ key, gross, passed, net }) => [key, gross, passed, net]);
  expect(figures).toContainEqual(["award-1", 6_000_00, 1_500_00, 4_500_00]);
  expect(figures).toContainEqual(["award-3", 500_00, 200_00, 300_00]);
});

test("money that came through an organisation without an award stands behind it", () => {
  const funder = { id: 4, name: "HM Government" };
  const { chain, stations } = drawChain(
    [award(3, null, { funder, receivedThrough: "Hampshire County Council" })],
    [],
    [],
    pounds,
  );
  expect(stations.map(({ name }) => name)).toEqual(["Funder", "Received through", "Award"]);
  expect(chain.links).toEqual([
    { from: "funder-4", to: "through-Hampshire County Council" },
    { from: "through-Hampshire County Council", to: "award-3" },
  ]);
  expect(chain.nodes[0]).toMatchObject({ key: "award-3", figure: "not recorded", net: null });
});

test("money of every award of the chain stands behind the organisation that it came through", () => {
  const county = "Hampshire County Council";
  const { chain, stations } = drawChain(
    [
      award(1, 900, { funder: { id: 4, name: "HM Government" }, receivedThrough: "Combined board" }),
      award(2, 300, { receivedThrough: county }),
      award(3, 200, { receivedThrough: county }),
      award(4, 100),
      award(5, 50, { receivedThrough: county }),
    ],
    [
      { outerId: 1, innerId: 2, pence: 300 },
      { outerId: 1, innerId: 3, pence: 200 },
      { outerId: 1, innerId: 4, pence: 100 },
      { outerId: 4, innerId: 5, pence: 50 },
    ],
    [],
    pounds,
  );
  expect(stations.map(({ station, name }) => `${station}: ${name}`)).toEqual([
    "funder: Funder",
    "through-0: Received through",
    "award-0: Lead award",
    "through-1: Received through",
    "award-1: Awards inside it",
    "through-2: Received through",
    "award-2: Inside those",
  ]);
  expect(chain.links).toEqual([
    { from: "funder-4", to: "through-Combined board" },
    { from: "through-Combined board", to: "award-1" },
    { from: "award-1", to: `through-1-${county}` },
    { from: `through-1-${county}`, to: "award-2" },
    { from: `through-1-${county}`, to: "award-3" },
    { from: "award-1", to: "award-4" },
    { from: "award-4", to: `through-4-${county}` },
    { from: `through-4-${county}`, to: "award-5" },
  ]);
  expect(chain.nodes.filter(({ text }) => text === county)).toHaveLength(2);
});

test("an award comes below the lowest of those that it comes out of, and a circle ends", () => {
  const awards = [award(1, 3), award(2, 2), award(3, 1)];
  const deep = drawChain(
    awards,
    [
      { outerId: 1, innerId: 3, pence: 1 },
      { outerId: 1, innerId: 2, pence: 1 },
      { outerId: 2, innerId: 3, pence: 1 },
    ],
    [],
    pounds,
  );
  expect(deep.chain.nodes.map(({ key, station }) => [key, station])).toContainEqual(["award-3", "award-2"]);
  const circle = [
    { outerId: 1, innerId: 2, pence: 1 },
    { outerId: 2, innerId: 1, pence: 1 },
  ];
  expect(drawChain(awards, circle, [], pounds).chain.nodes).toHaveLength(3);
});
