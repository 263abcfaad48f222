import { describe, expect, it } from "vitest";
import { listedTogether, unreadChoice } from "./listed-together.ts";

const some = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1, name: `Partnership ${index + 1}` }));

describe("the partnerships whose records one page lists", () => {
  it("are all of a few", () => {
    expect(listedTogether(some(20), null)).toEqual({ chosen: null, listed: some(20), mustChoose: false });
  });

  it("are none of many until one is chosen", () => {
    expect(listedTogether(some(21), null)).toEqual({ chosen: null, listed: [], mustChoose: true });
    const [, second] = some(21);
    expect(listedTogether(some(21), "2")).toEqual({ chosen: second, listed: [second], mustChoose: false });
  });

  it("are never those of a partnership that the person does not read", () => {
    expect(listedTogether(some(2), "3")).toEqual({ chosen: null, listed: some(2), mustChoose: false });
    expect(listedTogether(some(21), "99")).toMatchObject({ listed: [], mustChoose: true });
  });

  it("are said to be left out where the address names none to choose", () => {
    const unread = (query: string) =>
      unreadChoice(
        new URLSearchParams(query),
        listedTogether(some(2), new URLSearchParams(query).get("partnership")).chosen,
      );
    expect(unread("partnership=2")).toEqual([]);
    expect(unread("partnership=3")).toEqual([{ name: "partnership", text: "3" }]);
    expect(unread("partnership=&year=1")).toEqual([{ name: "year", text: "1" }]);
  });
});
