import { expect, test } from "vitest";
import {
  daysOfFinancialYear,
  financialYearOf,
  formatFinancialYear,
  parseFinancialYear,
} from "./financial-year.ts";

test("a financial year runs from 1 April to 31 March", () => {
  expect(financialYearOf("2024-03-31")).toBe(2023);
  expect(financialYearOf("2024-04-01")).toBe(2024);
  expect(daysOfFinancialYear(2023)).toEqual({ from: "2023-04-01", to: "2024-03-31" });
  expect(formatFinancialYear(2023)).toBe("2023 to 2024");
});

test("is read as people write it, and refused where its years do not follow", () => {
  for (const typed of ["2023 to 2024", "2023/24", "2023-24", "2023", " 2023–2024 "]) {
    expect(parseFinancialYear(typed)).toBe(2023);
  }
  expect(parseFinancialYear("1999/00")).toBe(1999);
  for (const typed of ["2023/23", "2023 to 2025", "23/24", "last year"])
    expect(parseFinancialYear(typed)).toBeNull();
});
