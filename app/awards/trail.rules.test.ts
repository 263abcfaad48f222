import { expect, test } from "vitest";
import { trailOf } from "./trail.rules.ts";

const lighting = { id: 4, name: "Lighting" };
const burglary = { id: 1, name: "Burglary" };
const vawg = { id: 2, name: "Violence against women and girls" };

test("the trail leads from the pound to each project and its priority areas, and says where it breaks", () => {
  const lines = [
    { project: null, priority: burglary, amountPence: 50 },
    { project: lighting, priority: burglary, amountPence: 100 },
    { project: lighting, priority: vawg, amountPence: 200 },
    { project: lighting, priority: burglary, amountPence: 1 },
  ];
  expect(trailOf(lines, [])).toEqual([
    { project: lighting, pence: 301, priorities: [burglary, vawg] },
    { project: null, pence: 50, priorities: [burglary] },
  ]);
});

test("an amount that is not recorded stays so", () => {
  expect(trailOf([{ project: lighting, priority: null, amountPence: null }], [])).toEqual([
    { project: lighting, pence: null, priorities: [] },
  ]);
  expect(trailOf([], [])).toEqual([]);
});

test("money that is paid out as another award is in no project here, nor without one", () => {
  const lines = [
    { project: lighting, priority: burglary, amountPence: 100 },
    { project: null, priority: burglary, amountPence: 60 },
  ];
  const taken = (outerProjectId: number | null, pence: number | null) => ({ outerProjectId, pence });
  expect(trailOf(lines, [taken(null, 40), taken(null, 10), taken(lighting.id, 25)])).toEqual([
    { project: lighting, pence: 75, priorities: [burglary] },
    { project: null, pence: 10, priorities: [burglary] },
  ]);
  expect(trailOf(lines, [taken(null, 60)])).toEqual([
    { project: lighting, pence: 100, priorities: [burglary] },
  ]);
  const overAllocated = trailOf(lines, [taken(null, 66), taken(lighting.id, null)]);
  expect(overAllocated).toEqual([{ project: lighting, pence: 100, priorities: [burglary] }]);
});
