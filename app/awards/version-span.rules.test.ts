import { describe, expect, test } from "vitest";
import type { Version } from "./version.ts";
import { spanOf, versionBefore, versionsToCome } from "./version-span.rules.ts";

/** A version sealed as the `number`th. */
function version(number: number, effectiveOn: string): Version {
  return {
    id: number,
    number,
    seq: number * 10,
    effectiveOn,
    kind: "variation",
    effectiveBasis: "day",
    decidedOn: null,
    reason: "",
    decisionReference: null,
    termsAgreement: null,
    amountPence: number,
    amountBasis: "exact",
    fund: null,
    funder: null,
    sealedAt: "",
    sealedBy: null,
    mayInclude: [],
    sourceDocumentId: null,
    sourceParagraph: null,
  };
}

const [first, second, backdated, sameDay] = [
  version(1, "2024-04-01"),
  version(2, "2025-04-01"),
  version(3, "2024-10-01"),
  version(4, "2024-04-01"),
];
const all = [first, second, backdated, sameDay];

describe("the days for which a version counts", () => {
  test("end where the next one begins, for a backdated one too", () => {
    expect(spanOf([first, second], first)).toEqual({
      from: "2024-04-01",
      until: "2025-03-31",
      endedBy: second,
    });
    expect(spanOf(all, backdated)).toMatchObject({
      from: "2024-10-01",
      until: "2025-03-31",
      endedBy: second,
    });
    expect(spanOf(all, second)).toEqual({ from: "2025-04-01", until: null, endedBy: null });
  });

  test("are none where another was sealed later for the same day", () => {
    expect(spanOf(all, first)).toMatchObject({ until: "2024-03-31", endedBy: sameDay });
    expect(spanOf(all, sameDay)).toMatchObject({ until: "2024-09-30", endedBy: backdated });
  });
});

describe("the version before", () => {
  test("is the one in force on its day when it was sealed", () => {
    expect(versionBefore(all, first)).toBeNull();
    expect(versionBefore(all, second)).toBe(first);
    expect(versionBefore(all, backdated)).toBe(first);
    expect(versionBefore(all, sameDay)).toBe(first);
  });
});

test("what is to come is announced in the order of its days", () => {
  const [soon, later, replacing] = [
    version(5, "2027-04-01"),
    version(6, "2028-04-01"),
    version(7, "2027-04-01"),
  ];
  expect(versionsToCome([...all, later, soon, replacing], "2026-11-21")).toEqual([replacing, later]);
  expect(versionsToCome(all, "2026-11-21")).toEqual([]);
});
