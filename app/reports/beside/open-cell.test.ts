import { expect, test } from "vitest";
import { openCellWords } from "./beside.rules.ts";

const nowhere = { inRows: false, apart: false };

test("a column that no year can be told of says so; what bids requested only where none is split", () => {
  expect(openCellWords("matchCash", "year", { inRows: true, apart: false })).toBe(
    "not split by financial year",
  );
  expect(openCellWords("requested", "project", { inRows: true, apart: true })).toBe("not split by project");
  expect(openCellWords("requested", "year", nowhere)).toBe("not split by financial year");
  expect(openCellWords("requested", "year", { inRows: false, apart: true })).toBe(
    "not split by financial year",
  );
});

test("where bids are split by their costs an empty year is not recorded, or may be of one that is not split", () => {
  expect(openCellWords("requested", "year", { inRows: true, apart: false })).toBeUndefined();
  expect(openCellWords("requested", "stream", { inRows: true, apart: true })).toBe(
    "not recorded, or not split",
  );
  expect(openCellWords("claimed", "year", nowhere)).toBeUndefined();
  expect(openCellWords("requested", "funder", nowhere)).toBeUndefined();
});
