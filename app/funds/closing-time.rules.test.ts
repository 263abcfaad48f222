import { describe, expect, it } from "vitest";
import { closingAt, closingParts, parseClosingTime } from "./closing-time.rules.ts";

describe("a closing time", () => {
  it.each([
    ["5pm", "17:00"],
    ["5 PM", "17:00"],
    ["5.30 p.m.", "17:30"],
    ["12pm", "12:00"],
    ["12:30am", "00:30"],
    ["17:00", "17:00"],
    ["9:05", "09:05"],
    ["midday", "12:00"],
    ["Noon", "12:00"],
    ["midnight", "23:59"],
    ["24:00", "23:59"],
  ])("reads %s as %s", (typed, time) => {
    expect(parseClosingTime(typed)).toEqual({ ok: true, time });
  });

  it.each(["17", "25:00", "13pm", "0pm", "5:60pm", "five", "17:0", "-5pm"])("refuses %s", (typed) => {
    expect(parseClosingTime(typed).ok).toBe(false);
  });

  it.each(["00:00", "12am", "12:00 am"])("asks which midnight %s is", (typed) => {
    const result = parseClosingTime(typed);
    expect(result.ok ? "" : result.message).toMatch(/which midnight/);
  });

  it("is kept with its day, and a day may stand without a time", () => {
    expect(closingAt("2023-08-31", "5pm")).toEqual({ ok: true, value: "2023-08-31T17:00" });
    expect(closingAt("2022-05", null)).toEqual({ ok: true, value: "2022-05" });
    expect(closingAt(null, null)).toEqual({ ok: true, value: null });
  });

  it("needs a day to stand beside", () => {
    expect(closingAt(null, "5pm").ok).toBe(false);
    expect(closingAt("2022-05", "5pm").ok).toBe(false);
  });

  it("comes back in its parts", () => {
    expect(closingParts("2023-08-31T17:00")).toEqual({ date: "2023-08-31", time: "17:00" });
    expect(closingParts("2022-05")).toEqual({ date: "2022-05", time: "" });
    expect(closingParts(null)).toEqual({ date: null, time: "" });
  });
});
