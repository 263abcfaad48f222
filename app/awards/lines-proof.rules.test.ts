import { expect, test } from "vitest";
import { proofOfLines } from "./lines-proof.rules.ts";

const nothing = {
  partnership: null,
  financialYear: null,
  project: null,
  priority: null,
  theme: null,
  stream: null,
};
const partnership = { id: 4, name: "Harborough" };

test("what stands in lines and what is not yet apportioned add up to the award", () => {
  const lines = [
    { ...nothing, financialYear: 2024, amountPence: 600_000 },
    { ...nothing, amountPence: 400_000 },
  ];
  expect(proofOfLines(lines, 1_000_000, null)).toBe(
    "In lines £6,000 + not yet apportioned £4,000 = award £10,000",
  );
  expect(proofOfLines([{ ...nothing, amountPence: 50 }], 50, null)).toBe(
    "In lines £0.00 + not yet apportioned £0.50 = award £0.50",
  );
  expect(proofOfLines([{ ...nothing, amountPence: null }], null, null)).toBeNull();
});

test("a partnership says something only where there are several", () => {
  const lines = [{ ...nothing, partnership, amountPence: 100 }];
  expect(proofOfLines(lines, 100, null)).toMatch(/^In lines £1 /);
  expect(proofOfLines(lines, 100, 4)).toMatch(/^In lines £0 \+ not yet apportioned £1 /);
});
