import { expect, it } from "vitest";
import { leftToClaim, repaymentDue, repaymentDueWords, type Share } from "./repayment-due.rules.ts";

const share = (financialYear: number | null, amountPence: number, stream: Share["stream"] = null): Share => ({
  financialYear,
  stream,
  amountPence,
});

it("a year that was cut is to be repaid though the whole award gives more than was claimed", () => {
  const due = repaymentDue([share(2023, 50), share(2024, 100)], [share(2023, 80), share(2024, 10)], 0);
  expect(due).toEqual({ pence: 30, years: [{ financialYear: 2023, pence: 30 }] });
  expect(repaymentDueWords({ pence: 3_000, years: [{ financialYear: 2023, pence: 3_000 }] })).toBe(
    "£30 of 2023 to 2024",
  );
});

it("a stream that was cut is to be repaid though the other has money left", () => {
  const given = [share(2023, 50, "capital"), share(2023, 100, "revenue")];
  expect(repaymentDue(given, [share(2023, 80, "capital")], 0).pence).toBe(30);
  expect(repaymentDue([share(2023, 150)], [share(2023, 80, "capital")], 0)).toEqual({ pence: 0, years: [] });
});

it("money not yet apportioned to a year covers any once, and what was repaid is off, the earliest year first", () => {
  const given = [share(null, 40), share(2023, 50), share(2024, 50)];
  const claimed = [share(2023, 80), share(2024, 80)];
  const due = repaymentDue(given, claimed, 0);
  expect(due).toEqual({ pence: 20, years: [{ financialYear: 2024, pence: 20 }] });
  expect(repaymentDue(given, claimed, 15).pence).toBe(5);
  expect(repaymentDue(given, claimed, 50)).toEqual({ pence: 0, years: [] });
  const both = repaymentDue([share(2023, 50)], [share(2023, 80), share(2024, 10)], 5);
  expect(repaymentDueWords(both)).toBe("£0.35 (£0.25 of 2023 to 2024, £0.10 of 2024 to 2025)");
});

it("what is left to claim of a year or stream is not less for what was claimed of another before it was cut", () => {
  const cut = [share(2023, 50), share(2024, 100)];
  expect(leftToClaim(cut, [share(2023, 80)])).toBe(100);
  expect(leftToClaim(cut, [share(2023, 80), share(2024, 100)])).toBe(0);
  expect(leftToClaim(cut, [share(2023, 20), share(2024, 90)])).toBe(40);
  const streams = [share(2023, 50, "capital"), share(2023, 100, "revenue")];
  expect(leftToClaim(streams, [share(2023, 80, "capital")])).toBe(100);
  // Money of an open year covers what is above first, and what it covers is not left.
  expect(leftToClaim([share(null, 40), share(2023, 50), share(2024, 50)], [share(2023, 80)])).toBe(60);
});

it("money of an open year serves only its own stream", () => {
  const given = [share(null, 100, "capital"), share(2023, 10, "revenue")];
  expect(repaymentDue(given, [share(2023, 60, "revenue")], 0)).toMatchObject({ pence: 50 });
});
