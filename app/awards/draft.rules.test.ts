import { describe, expect, test } from "vitest";
import {
  amountOfDraft,
  checkDraftLines,
  effectiveDayOfDraft,
  leftToApportion,
  splitLinesByShares,
  splitLinesEqually,
} from "./draft.rules.ts";
import type { TypedLine } from "./draft.schema.ts";
import { EMPTY_LINE as empty } from "./typed-lines.rules.ts";

const line = (parts: Partial<TypedLine>): TypedLine => ({ ...empty, ...parts });
const amounts = (result: ReturnType<typeof splitLinesEqually>) =>
  result.ok ? result.value.map((each) => each.amountPence) : result.errors;

describe("splitting an award over its lines", () => {
  test("equally, exact to the penny, the first lines taking the pennies that are left", () => {
    expect(amounts(splitLinesEqually(29_999_800, [empty, empty, empty]))).toEqual([
      9_999_934, 9_999_933, 9_999_933,
    ]);
  });

  test("what is left goes only to the lines without an amount", () => {
    const lines = [line({ amountPence: 5_000 }), empty, empty];
    expect(amounts(splitLinesEqually(10_001, lines))).toEqual([5_000, 2_501, 2_500]);
  });

  test("the whole award is split anew where each line has an amount", () => {
    expect(amounts(splitLinesEqually(300, [line({ amountPence: 1 }), line({ amountPence: 2 })]))).toEqual([
      150, 150,
    ]);
  });

  test("by shares, the lines without a share keeping theirs", () => {
    const lines = [line({ amountPence: 1_000 }), line({ share: 2 }), line({ share: 1 })];
    expect(amounts(splitLinesByShares(10_000, lines))).toEqual([1_000, 6_000, 3_000]);
  });

  test("is refused in words where nothing can be split", () => {
    expect(amounts(splitLinesEqually(100, []))).toEqual({ form: "Add a line before splitting" });
    expect(amounts(splitLinesEqually(100, [line({ amountPence: 150 }), empty]))).toEqual({
      form: "The lines already come to £0.50 too much",
    });
    expect(amounts(splitLinesByShares(100, [empty]))).toHaveProperty("form");
  });
});

describe("what is left to apportion", () => {
  test("is the amount less the lines, below 0 where they come to more", () => {
    expect(leftToApportion(100, [line({ amountPence: 30 }), empty])).toBe(70);
    expect(leftToApportion(100, [line({ amountPence: 130 })])).toBe(-30);
    expect(leftToApportion(null, [empty])).toBeNull();
  });

  test("too much, and a line without an amount, are named", () => {
    expect(checkDraftLines(100, [line({ amountPence: 130 }), empty])).toEqual({
      form: "The lines come to £0.30 more than the award: take it off one or more lines",
      "lines.1.amountPence": "Enter the amount of line 2, or remove the line",
    });
    expect(checkDraftLines(100, [line({ amountPence: 100 })])).toEqual({});
  });

  test("is never lost in amounts that are too large to add up", () => {
    const most = line({ amountPence: Number.MAX_SAFE_INTEGER });
    expect(leftToApportion(100, [most, most])).toBe(100 - Number.MAX_SAFE_INTEGER);
    expect(checkDraftLines(100, [most, most]).form).toMatch(/more than the award/);
  });
});

describe("the day from which a next version counts", () => {
  const current = { effectiveOn: "2023-10-31", effectiveBasis: "month" as const };
  const day = (parts: Partial<Parameters<typeof effectiveDayOfDraft>[0]>) =>
    effectiveDayOfDraft(
      { kind: "variation", effectiveOn: null, decidedOn: null, ...parts },
      current,
      "2026-11-21",
    );

  test("is the one that was typed", () => {
    expect(day({ kind: "apportionment", effectiveOn: "2025-04-01" })).toEqual({
      effectiveOn: "2025-04-01",
      effectiveBasis: "day",
    });
  });

  test("is that of the version which an apportionment or a correction completes", () => {
    for (const kind of ["apportionment", "correction"] as const) {
      expect(day({ kind, decidedOn: "2026-01-05" })).toEqual(current);
    }
  });

  test("is the day of the decision for anything else, else today", () => {
    expect(day({ decidedOn: "2026-01-05" })).toEqual({ effectiveOn: "2026-01-05", effectiveBasis: "day" });
    expect(day({ decidedOn: "2026-01" })).toEqual({ effectiveOn: "2026-01-31", effectiveBasis: "month" });
    expect(day({ kind: "uplift" })).toEqual({ effectiveOn: "2026-11-21", effectiveBasis: "recorded" });
  });
});

describe("the amount of a next version", () => {
  const base = { amountPence: 100_000, amountBasis: "exact" as const };
  const details = { amountPence: null, amountNotRecorded: false, approximate: false };

  test("stays in an apportionment and a variation", () => {
    for (const kind of ["apportionment", "variation"] as const) {
      expect(amountOfDraft({ ...details, kind, amountPence: 1 }, base)).toEqual({ ok: true, value: base });
    }
  });

  test("rises in an uplift and falls in a reduction", () => {
    expect(amountOfDraft({ ...details, kind: "uplift", amountPence: 100_000 }, base).ok).toBe(false);
    expect(amountOfDraft({ ...details, kind: "uplift", amountPence: 100_001 }, base).ok).toBe(true);
    expect(amountOfDraft({ ...details, kind: "reduction", amountPence: 100_000 }, base).ok).toBe(false);
    expect(amountOfDraft({ ...details, kind: "reduction", amountPence: 0 }, base).ok).toBe(true);
  });

  test("may become not recorded, approximate or nothing", () => {
    const unknown = amountOfDraft({ ...details, kind: "correction", amountNotRecorded: true }, base);
    expect(unknown).toEqual({ ok: true, value: { amountPence: null, amountBasis: "not_recorded" } });
    const about = amountOfDraft({ ...details, kind: "correction", amountPence: 5, approximate: true }, base);
    expect(about).toEqual({ ok: true, value: { amountPence: 5, amountBasis: "approximate" } });
    expect(amountOfDraft({ ...details, kind: "void" }, base)).toEqual({
      ok: true,
      value: { amountPence: 0, amountBasis: "exact" },
    });
  });
});
