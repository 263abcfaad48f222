import { expect, test } from "vitest";
import { letterAsPdf } from "./award-letter.ts";

test("the letter is a PDF whose table leads to each of its objects", () => {
  const file = letterAsPdf(["We award £54,000 (in parts)"]).toString("latin1");
  const [, starts = ""] = /xref\n0 6\n0000000000 65535 f \n([\s\S]*?)trailer/.exec(file) ?? [];
  const found = starts.match(/^\d{10}/gm)?.map((start) => file.slice(Number(start), Number(start) + 7));
  expect(found).toEqual(["1 0 obj", "2 0 obj", "3 0 obj", "4 0 obj", "5 0 obj"]);
  expect(file).toContain("(We award £54,000 \\(in parts\\)) Tj");
  expect(file.endsWith("%%EOF\n")).toBe(true);
});
