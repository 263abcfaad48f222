import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { type Bar, BarChart } from "./bar-chart.tsx";

function bar(label: string, value: number): Bar {
  return { label, value, text: `£${value}` };
}

function drawn(...bars: Bar[]) {
  const html = renderToStaticMarkup(<BarChart finding="Harborough secured the most" bars={bars} />);
  const rects = [...html.matchAll(/<rect x="([\d.]+)%" width="([\d.]+)%"/g)];
  return { html, bars: rects.map((rect) => ({ from: Number(rect[1]), length: Number(rect[2]) })) };
}

describe("a bar chart", () => {
  test("is one picture named by its finding, with a name and a figure at each bar", () => {
    const { html } = drawn(bar("Harborough", 36073), bar("Eastleigh", 100));
    expect(html).toMatch(
      /<figcaption class="[^"]*" id="(.+?)">Harborough secured the most<.*role="img" aria-labelledby="\1"/,
    );
    expect(html).toContain("Harborough: <strong>£36073</strong>");
    expect(html).not.toContain("style=");
  });

  test("draws lengths in proportion", () => {
    const [first, second] = drawn(bar("A", 300), bar("B", 150)).bars;
    expect(second?.length).toBeCloseTo((first?.length ?? 0) / 2, 1);
  });

  test("draws what is below 0 to the left of the line", () => {
    const [above, below] = drawn(bar("A", 300), bar("B", -100)).bars;
    expect(below?.from).toBeLessThan(above?.from ?? 0);
    expect((below?.from ?? 0) + (below?.length ?? 0)).toBeCloseTo(above?.from ?? 0, 1);
  });

  test("draws nothing but names where every value is 0", () => {
    expect(drawn(bar("A", 0)).bars).toEqual([{ from: 0, length: 0 }]);
    expect(drawn().html).toBe("");
  });

  test("refuses more bars than can be told apart", () => {
    expect(() => drawn(...Array.from({ length: 13 }, (_, index) => bar(String(index), 1)))).toThrow(
      RangeError,
    );
  });
});
