import { expect, it } from "vitest";
import type { Share } from "./repayment-due.rules.ts";
import { warnOfRepayment } from "./warn-of-repayment.rules.ts";

const share = (financialYear: number, stream: Share["stream"], amountPence: number): Share => ({
  financialYear,
  stream,
  amountPence,
});
const BEFORE = [share(2026, "revenue", 3_000_000), share(2026, "capital", 1_000_000)];
const SENT = [share(2026, "revenue", 1_137_550)];
const texts = (...given: Parameters<typeof warnOfRepayment>) =>
  warnOfRepayment(...given).map(({ text }) => text);

it("money that is moved below what was claimed of it says what would be to repay", () => {
  const after = [share(2026, "revenue", 800_000), share(2026, "capital", 3_200_000)];
  expect(texts(BEFORE, after, { sent: SENT, prepared: [], repaidPence: 0 })).toEqual([
    "£11,375.50 of 2026 to 2027 is already claimed: with this version £3,375.50 of it would be to repay to the funder.",
  ]);
  const more = [share(2026, "revenue", 700_000), share(2026, "capital", 3_300_000)];
  expect(texts(after, more, { sent: SENT, prepared: [], repaidPence: 0 })).toEqual([
    "£11,375.50 of 2026 to 2027 is already claimed: with this version £1,000 of it would be to repay to the funder, beside the £3,375.50 that is to be repaid already.",
  ]);
});

it("claims that are not sent yet and lose their money are named, those that keep it are not", () => {
  const prepared = [share(2026, "revenue", 348_025)];
  const claims = { sent: SENT, prepared, repaidPence: 0 };
  const after = [share(2026, "revenue", 1_200_000), share(2026, "capital", 1_000_000)];
  expect(texts(BEFORE, after, claims)).toEqual([
    "£2,855.75 in claims that are not sent yet would have no money left: they could not be signed or sent as they are.",
  ]);
  expect(texts(BEFORE, BEFORE, claims)).toEqual([]);
});
