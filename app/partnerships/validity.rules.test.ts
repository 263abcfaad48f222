import { describe, expect, it } from "vitest";
import { endsBeforeItStarts, isValidOn, keepStated, validityForField } from "./validity.rules.ts";

describe("a validity date in a form", () => {
  it("shows a financial year by its first or its last month", () => {
    expect(validityForField("FY2019", "from")).toBe("2019-04");
    expect(validityForField("FY2019", "to")).toBe("2020-03");
  });

  it("shows a calendar year by its first or its last month", () => {
    expect(validityForField("2023", "from")).toBe("2023-01");
    expect(validityForField("2023", "to")).toBe("2023-12");
  });

  it("shows a day and a month as they are", () => {
    expect(validityForField("2020-09", "to")).toBe("2020-09");
    expect(validityForField("2020-09-14", "from")).toBe("2020-09-14");
    expect(validityForField(null, "from")).toBeNull();
  });

  it("keeps the precision it was stated with where nothing was changed", () => {
    expect(keepStated("FY2019", "2019-04", "from")).toBe("FY2019");
    expect(keepStated("2023", "2023-12", "to")).toBe("2023");
    expect(keepStated(null, null, "to")).toBeNull();
  });

  it("takes what was typed where it was changed or emptied", () => {
    expect(keepStated("FY2019", "2019-05", "from")).toBe("2019-05");
    expect(keepStated("FY2019", null, "from")).toBeNull();
    expect(keepStated(null, "2026-04", "from")).toBe("2026-04");
  });
});

describe("the order of two validity dates", () => {
  it("is wrong only where no day of the second can follow the first", () => {
    expect(endsBeforeItStarts("2022-03", "2020-09")).toBe(true);
    expect(endsBeforeItStarts("2020-09-14", "2020-09")).toBe(false);
    expect(endsBeforeItStarts("2020", "2020-01-01")).toBe(false);
    expect(endsBeforeItStarts(null, "2020-01-01")).toBe(false);
  });
});

describe("validity on a day", () => {
  it("includes the whole of a month, a year and a financial year", () => {
    expect(isValidOn("2022-03-31", "2020-09", "2022-03")).toBe(true);
    expect(isValidOn("2022-04-01", "2020-09", "2022-03")).toBe(false);
    expect(isValidOn("2020-03-31", "FY2019", "FY2019")).toBe(true);
  });

  it("has no limit where a date is not recorded", () => {
    expect(isValidOn("1990-01-01", null, null)).toBe(true);
  });
});
