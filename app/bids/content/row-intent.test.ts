import { expect, test } from "vitest";
import { paddedRows, parseRowIntent, withoutRow } from "./row-intent.ts";

test("the button that was pressed is told by its value", () => {
  expect(parseRowIntent("remove-12")).toEqual({ kind: "remove", index: 12 });
  expect(parseRowIntent("add")).toEqual({ kind: "add" });
  expect(parseRowIntent("stay")).toEqual({ kind: "stay" });
  expect(parseRowIntent("")).toEqual({ kind: "save" });
  expect(parseRowIntent("remove-1234")).toEqual({ kind: "save" });
});

test("a row goes whatever was typed in it, and the others stay", () => {
  const entries: [string, string][] = [
    ["version", "1"],
    ["match.1.source", "a"],
    ["match.11.source", "b"],
  ];
  expect(withoutRow(entries, "match", { kind: "remove", index: 1 })).toEqual([
    ["version", "1"],
    ["match.11.source", "b"],
  ]);
  expect(withoutRow(entries, "match", { kind: "save" })).toEqual(entries);
});

test("a page has one row at least, as many as are asked for, and never more than it may", () => {
  expect(paddedRows([], null, 5, "")).toEqual([""]);
  expect(paddedRows(["a"], "3", 5, "")).toEqual(["a", "", ""]);
  expect(paddedRows(["a", "b"], "1", 5, "")).toEqual(["a", "b"]);
  expect(paddedRows(["a"], "999", 3, "")).toEqual(["a", "", ""]);
  expect(paddedRows(["a"], "many", 3, "")).toEqual(["a"]);
});
