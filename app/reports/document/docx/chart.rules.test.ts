import { expect, test } from "vitest";
import { type ChartPart, chartXml } from "./chart.rules.ts";

test("a point of which nothing is recorded is a gap in the line, and not £0", () => {
  const parts: ChartPart[] = [];
  const points = [
    { label: "2024 to 2025", value: null, text: "not recorded" },
    { label: "2025 to 2026", value: 100, text: "£1" },
  ];
  chartXml({ kind: "line", finding: "It is £1", points }, (part) => parts.push(part));
  const xml = parts[0]?.xml ?? "";
  expect(xml).toContain('<c:dispBlanksAs val="gap"/>');
  expect(xml).toContain('<c:ptCount val="2"/><c:pt idx="1"><c:v>100</c:v></c:pt></c:numLit>');
  expect(xml).toContain("2024 to 2025: not recorded");
});

test("bars and lines begin at 0, or below it where an amount is, so that their lengths are the amounts", () => {
  const beginsAt = (kind: "bars" | "line", ...values: number[]) => {
    const parts: ChartPart[] = [];
    const points = values.map((value, index) => ({ label: `${index}`, value, text: `${value}` }));
    chartXml({ kind, finding: "So it is", points }, (part) => parts.push(part));
    return /<c:min val="([^"]+)"/.exec(parts[0]?.xml ?? "")?.[1];
  };
  expect([beginsAt("bars", 990, 1_000), beginsAt("line", 990, 1_000)]).toEqual(["0", "0"]);
  expect(beginsAt("bars", -50, 100)).toBe("-50");
});
