import { describe, expect, test } from "vitest";
import type { TypedLine } from "./draft.schema.ts";
import { applyLineIntent, parseLineIntent, withoutLine } from "./line-intents.rules.ts";
import { EMPTY_LINE } from "./typed-lines.rules.ts";

const line = (parts: Partial<TypedLine>): TypedLine => ({ ...EMPTY_LINE, ...parts });
const joint = { amountPence: 10_000, partnershipIds: [4, 5, 6] };
const sole = { amountPence: 10_000, partnershipIds: [4] };

describe("the buttons of the page of lines", () => {
  test("add a line, which is the partnership's where there is only one", () => {
    expect(applyLineIntent({ kind: "add" }, [], joint)).toEqual({ ok: true, value: [EMPTY_LINE] });
    expect(applyLineIntent({ kind: "add" }, [], sole)).toEqual({
      ok: true,
      value: [line({ partnershipId: 4 })],
    });
  });

  test("add a line for each partnership that has none", () => {
    const own = line({ partnershipId: 5, amountPence: 1 });
    const all = applyLineIntent({ kind: "add-partnerships" }, [own], joint);
    expect(all).toEqual({ ok: true, value: [own, line({ partnershipId: 4 }), line({ partnershipId: 6 })] });
    expect(applyLineIntent({ kind: "add-partnerships" }, all.ok ? all.value : [], joint).ok).toBe(false);
  });

  test("split what is left to the penny", () => {
    const lines = [line({ share: 2 }), line({ share: 1 })];
    expect(applyLineIntent({ kind: "split-equally" }, lines, { ...sole, amountPence: 101 })).toMatchObject({
      value: [{ amountPence: 51 }, { amountPence: 50 }],
    });
    expect(applyLineIntent({ kind: "split-by-shares" }, lines, sole)).toMatchObject({
      value: [{ amountPence: 6_667 }, { amountPence: 3_333 }],
    });
    expect(applyLineIntent({ kind: "split-equally" }, lines, { ...sole, amountPence: null }).ok).toBe(false);
  });

  test("add no line more than a form can hold", () => {
    expect(applyLineIntent({ kind: "add" }, Array<TypedLine>(90).fill(EMPTY_LINE), sole).ok).toBe(false);
  });

  test("remove a line by its place, whatever was typed on it", () => {
    const entries: [string, string][] = [
      ["version", "1"],
      ["lines.1.amountPence", "nonsense"],
      ["lines.10.amountPence", "5"],
      ["lines.2.amountPence", "7"],
    ];
    expect(withoutLine(entries, parseLineIntent("remove-1")).map(([, value]) => value)).toEqual([
      "1",
      "5",
      "7",
    ]);
    expect(withoutLine(entries, { kind: "add" })).toEqual(entries);
  });

  test("that are not known save and stay", () => {
    expect(parseLineIntent("")).toEqual({ kind: "save" });
    expect(parseLineIntent("remove-x")).toEqual({ kind: "save" });
    expect(parseLineIntent("split-equally")).toEqual({ kind: "split-equally" });
  });
});
