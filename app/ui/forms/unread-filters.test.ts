import { describe, expect, it } from "vitest";
import { unreadIn } from "./unread-filters.ts";

const unread = (asked: string, understood: string, beside: string[] = []) =>
  unreadIn(new URLSearchParams(asked), new URLSearchParams(understood), beside).map(
    ({ name, text }) => `${name} ${text}`,
  );

describe("what an address asks and a list does not understand", () => {
  it("is what the list would not write itself", () => {
    expect(unread("year=2026+to+2027&owner=me&q=park", "year=2026&owner=me")).toEqual(["q park"]);
    expect(unread("year=abc&empty=&partnership=+", "")).toEqual(["year abc"]);
    expect(unread("more=yes&choose=all", "", ["more", "choose"])).toEqual([]);
  });

  it("is each of several values by itself", () => {
    expect(unread("status[]=draft&status[]=gone&status=lost", "status=draft")).toEqual([
      "status gone",
      "status lost",
    ]);
    expect(unread("year=2024&year=abc", "year=2024")).toEqual(["year abc"]);
    expect(unread("status[]=draft&status=draft", "status=draft")).toEqual([]);
  });

  it("is told once, a few at most, and cut short", () => {
    expect(unread(`${"x=1&".repeat(9)}a=2`, "")).toEqual(["x 1", "a 2"]);
    expect(unread("a=1&b=1&c=1&d=1&e=1&f=1", "")).toHaveLength(5);
    expect(unread(`a=${"z".repeat(900)}`, "")).toEqual([`a ${"z".repeat(100)}`]);
  });
});
