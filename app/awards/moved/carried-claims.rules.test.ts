import { expect, it } from "vitest";
import type { Stream } from "../award.ts";
import { repaymentDue, type Share } from "../repayment-due/repayment-due.rules.ts";
import { afterCarried, type ClaimedLine, carriedClaims } from "./carried-claims.rules.ts";

const share = (financialYear: number | null, amountPence: number, stream: Stream | null = null): Share => ({
  financialYear,
  stream,
  amountPence,
});
const claimed = (
  claimId: number,
  financialYear: number,
  amountPence: number,
  stream: Stream | null = null,
): ClaimedLine => ({ claimId, financialYear, stream, projectId: null, amountPence });
const approval = (pence: number) => [{ fromYear: 2024, toYear: 2025, pence }];

it("what was claimed already counts for the year that it was carried into: not due, and not there to be claimed again", () => {
  const [before, after] = [
    [share(2024, 100), share(2025, 50)],
    [share(2024, 60), share(2025, 90)],
  ];
  const sent = [claimed(1, 2024, 70), claimed(2, 2024, 30)];
  const carried = carriedClaims(before, after, sent, approval(40));
  expect(carried.map(({ claimId, fromYear, toYear, pence }) => [claimId, fromYear, toYear, pence])).toEqual([
    [2, 2024, 2025, 30],
    [1, 2024, 2025, 10],
  ]);
  const now = afterCarried(sent, carried);
  expect(now.map(({ claimId, financialYear, amountPence }) => [claimId, financialYear, amountPence])).toEqual(
    [
      [1, 2024, 60],
      [2, 2025, 30],
      [1, 2025, 10],
    ],
  );
  expect(repaymentDue(after, now, 0)).toEqual({ pence: 0, years: [] });
});

it("money that nobody claimed carries no claim, and a cut that nobody approved to carry over stays due", () => {
  const before = [share(2024, 100), share(2025, 50)];
  expect(
    carriedClaims(before, [share(2024, 60), share(2025, 90)], [claimed(1, 2024, 60)], approval(40)),
  ).toEqual([]);
  const sent = [claimed(1, 2024, 100)];
  expect(carriedClaims(before, [share(2024, 60), share(2025, 50)], sent, approval(40))).toEqual([]);
  const more = [share(2024, 50), share(2025, 90)];
  const now = afterCarried(sent, carriedClaims(before, more, sent, approval(40)));
  expect(repaymentDue(more, now, 0)).toEqual({ pence: 10, years: [{ financialYear: 2024, pence: 10 }] });
});

it("what was due before stays due, and each approval carries no more than it says", () => {
  const sent = [claimed(1, 2024, 120)];
  const [before, after] = [
    [share(2024, 100), share(2025, 50)],
    [share(2024, 60), share(2025, 90)],
  ];
  expect(repaymentDue(before, sent, 0).pence).toBe(20);
  const now = afterCarried(sent, carriedClaims(before, after, sent, approval(40)));
  expect(repaymentDue(after, now, 0).pence).toBe(20);
  expect(carriedClaims(before, after, sent, approval(15))).toMatchObject([{ pence: 15 }]);
});

it("the claims of the stream whose money went are carried, and go back with it", () => {
  const before = [share(2024, 50, "revenue"), share(2024, 50, "capital")];
  const after = [share(2024, 50, "revenue"), share(2024, 20, "capital"), share(2025, 30, "capital")];
  const sent = [claimed(1, 2024, 50, "capital"), claimed(2, 2024, 50, "revenue")];
  const carried = carriedClaims(before, after, sent, approval(30));
  expect(carried).toMatchObject([{ claimId: 1, stream: "capital", pence: 30 }]);
  const now = afterCarried(sent, carried);
  const back = carriedClaims(after, before, now, [{ fromYear: 2025, toYear: 2024, pence: 30 }]);
  expect(back).toMatchObject([{ claimId: 1, fromYear: 2025, toYear: 2024, pence: 30 }]);
});
