import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { LineChart } from "./line-chart.tsx";
import { SmallMultiples } from "./small-multiples.tsx";

const point = (label: string, value: number | null) => ({ label, value, text: `£${value}` });

function line(...values: (number | null)[]) {
  const points = values.map((value, index) => point(`20${20 + index} to 20${21 + index}`, value));
  return renderToStaticMarkup(<LineChart finding="It rose" points={points} />);
}

describe("a line", () => {
  test("is one picture named by its finding, and goes from point to point", () => {
    const html = line(0, 50, 100);
    expect(html).toMatch(/<figcaption class="[^"]*" id="(.+?)">It rose<.*role="img" aria-labelledby="\1"/);
    const heights = [...html.matchAll(/<circle cx="[\d.]+%" cy="([\d.]+)"/g)].map((each) => Number(each[1]));
    expect((heights[0] ?? 0) - (heights[1] ?? 0)).toBeCloseTo((heights[1] ?? 0) - (heights[2] ?? 0), 1);
    expect(html).not.toContain("style=");
  });

  test("bears the figures of its highest and its last point, where there is room for both", () => {
    expect(line(9, 100, 20, 30, 40, 50)).toMatch(/£100<.*£50</);
    expect(line(9, 10, 20, 30, 100, 50)).not.toContain("£50<");
  });

  test("is not drawn where nothing is known, which is not £0", () => {
    const html = line(null, 60, 50);
    expect(html.match(/<circle/g)).toHaveLength(2);
    expect(html.match(/stroke="#12436D"/g)).toHaveLength(1);
    expect(html).toContain("2020");
    expect(line(null, null)).toBe("");
  });

  test("keeps the figure of a last point that it comes down to under itself", () => {
    const [, circle, figure] = /cx="75%" cy="([\d.]+)".*y="([\d.]+)"[^>]*>£60</.exec(line(100, 60)) ?? [];
    expect(Number(figure)).toBeGreaterThan(Number(circle));
  });

  test("needs two points, and takes no more than can be told apart", () => {
    expect(line(5)).toBe("");
    expect(() => line(...Array.from({ length: 13 }, () => 1))).toThrow(RangeError);
  });
});

test("small multiples have one scale, and what is below 0 hangs under the line", () => {
  const panels = [
    { title: "A", text: "£100", points: [point("2024", 100), point("2025", 0)] },
    { title: "B", text: "£0", points: [point("2024", 50), point("2025", -50)] },
  ];
  const html = renderToStaticMarkup(<SmallMultiples finding="A has the most" panels={panels} />);
  const heights = [...html.matchAll(/height="([\d.]+)" fill="(#\w+)"/g)].map((each) => [
    Number(each[1]),
    each[2],
  ]);
  expect(heights).toEqual([
    [60, "#12436D"],
    [0, "#12436D"],
    [30, "#12436D"],
    [30, "#F46A25"],
  ]);
});
