import { expect, test } from "vitest";
import { groupMeasures } from "./grouping.rules.ts";
import type { Measure, Reading } from "./measure.ts";

function measure(id: number, partnershipId: number, projectId: number | null, unit = "incidents"): Measure {
  const period = (value: number, stated: string) => ({ value, period: stated, months: 12 }) as Reading;
  const counted = { baseline: period(1, "2018/19"), latest: period(2, "2019/20"), readings: [] };
  return {
    id,
    partnershipId,
    projectId,
    name: `Measure ${id}`,
    unit,
    better: null,
    ...counted,
  } as unknown as Measure;
}

const idsOf = (measures: { id: number }[]) => measures.map(({ id }) => id);

test("measures stand under their partnership, then under their project", () => {
  const groups = groupMeasures([
    measure(1, 1, 10),
    measure(2, 1, 10),
    measure(3, 1, null),
    measure(4, 2, null),
  ]);
  expect(
    groups.map(({ partnershipId, parts }) => [partnershipId, parts.map((part) => idsOf(part.measures))]),
  ).toEqual([
    [1, [[1, 2], [3]]],
    [2, [[4]]],
  ]);
});

test("only measures that add up with another of the partnership are offered to be compared together", () => {
  const [group, alone] = groupMeasures([
    measure(1, 1, 10),
    measure(2, 1, null),
    measure(3, 1, null, "per cent"),
    measure(4, 1, null, "calls"),
    measure(5, 2, null),
  ]);
  expect(idsOf(group?.combinable ?? [])).toEqual([1, 2]);
  expect(alone?.combinable).toEqual([]);
});
