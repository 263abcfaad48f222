import { describe, expect, test } from "vitest";
import { type Figure, type FigureSource, sourcesOf, statedBefore, wordsOfFigure } from "./figure-source.ts";

const requested: Figure = { figure: "requested", value: "£54,000" };
const match: Figure = { figure: "match", item: "Anytown Council", value: "£5,000" };
const source = (given: Partial<FigureSource>): FigureSource => ({
  id: 1,
  figure: "requested",
  versionId: null,
  item: null,
  attachmentId: 7,
  title: "Application form",
  place: "page 2",
  statedValue: "£54,000",
  isDeleted: false,
  ...given,
});

describe("the source of a figure", () => {
  test("stands beside the figure that it is of, and beside no other", () => {
    const sources = [source({}), source({ figure: "match", item: "Otherton Council" })];
    expect(sourcesOf(sources, requested)).toEqual([sources[0]]);
    expect(sourcesOf(sources, match)).toEqual([]);
    expect([requested, match].map(wordsOfFigure)).toEqual(["amount requested", "match from Anytown Council"]);
  });

  test("says what it stated where the figure has changed since, or stands no more", () => {
    expect(statedBefore(source({}), [requested, match])).toBeNull();
    expect(statedBefore(source({ statedValue: "£50,000" }), [requested])).toBe("£50,000");
    expect(statedBefore(source({ figure: "match", item: "Gone" }), [requested])).toBe("£54,000");
    expect(statedBefore(source({ statedValue: null }), [requested])).toBeNull();
  });
});
