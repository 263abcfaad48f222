import type { VersionInput } from "#app/awards/index.server.ts";
import { splitEqually } from "#app/core/apportion.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { sumPence } from "#app/core/money.ts";
import type { Batch } from "./batch.ts";
import { dayNear, LAST_DAY } from "./calendar.ts";
import { type Random, randomFrom } from "./random.ts";
import type { Register } from "./register.ts";

const QUARTERS = [
  ["04-01", "06-30"],
  ["07-01", "09-30"],
  ["10-01", "12-31"],
  ["01-01", "03-31"],
] as const;
const MOST_CLAIMS = 8;

/** Money of one financial year of an award. Pence. */
type YearMoney = { year: number; pence: number };
type Made = { award: VersionInput; year: number; pence: number; quarter: number; number: number };

/**
 * Makes up the claims on an award: 0 to 8, a quarter each, within what each of its years gives, paid but for the latest.
 * They draw on numbers of their own, so that with them and without them the rest of the register is the same.
 * @param at the instant at which the award was recorded. @param firstYear the year of what is not yet apportioned
 */
export function makeClaims(
  register: Register,
  batch: Batch,
  { award, at, firstYear }: { award: VersionInput; at: string; firstYear: number },
): void {
  const random = randomFrom(award.awardId);
  const wanted = random.weighted([
    [0, 45],
    [1, 15],
    [2, 12],
    [4, 18],
    [6, 5],
    [MOST_CLAIMS, 5],
  ]);
  let number = 0;
  for (const { year, pence } of moneyOfYears(award, firstYear)) {
    // A fifth is left: a year is seldom claimed to the last penny.
    for (const [quarter, part] of splitEqually(pence, 5).slice(0, QUARTERS.length).entries()) {
      const isOver = lastDayOfQuarter(year, quarter) > LAST_DAY;
      if (number === wanted || isOver || part < 2) break;
      number += 1;
      addClaim(register, batch, random, { award, year, pence: part, quarter, number }, number === wanted);
    }
  }
  if (number === 0) return;
  const action = { at, action: "generate claims", recordType: "award", recordId: award.awardId };
  batch.actions.push({ ...action, after: { claims: number } });
}

function moneyOfYears({ lines, amountPence }: VersionInput, firstYear: number): YearMoney[] {
  // Where nothing is recorded of the amount, something is claimed all the same.
  if (amountPence === null) return [{ year: firstYear, pence: 500_000 }];
  const years = [...new Set(lines.map(({ financialYear }) => financialYear))];
  const money = years.map((year) => ({
    year: year ?? firstYear,
    pence: sumPence(lines.filter((line) => line.financialYear === year).map((line) => line.amountPence ?? 0)),
  }));
  return money.sort((a, b) => a.year - b.year);
}

function lastDayOfQuarter(year: number, quarter: number): string {
  return `${quarter === 3 ? year + 1 : year}-${QUARTERS[quarter]?.[1]}`;
}

function addClaim(
  { next }: Register,
  { rows }: Batch,
  random: Random,
  { award, year, pence, quarter, number }: Made,
  isLatest: boolean,
): void {
  const id = next("claim");
  const period_to = lastDayOfQuarter(year, quarter);
  const submitted = dayNear(period_to, random.whole(10, 45));
  const status =
    submitted > LAST_DAY
      ? "draft"
      : isLatest
        ? random.pick(["submitted", "queried", "part_paid"] as const)
        : "paid";
  const isSent = status !== "draft";
  const received = status === "paid" ? pence : status === "part_paid" ? Math.floor(pence / 2) : 0;
  const recorded_at = `${dayNear(period_to, 5)}T10:00:00.000Z`;
  rows.claim.push({
    id,
    award_id: award.awardId,
    number,
    period_from: `${period_to.slice(0, 4)}-${QUARTERS[quarter]?.[0]}`,
    period_to,
    payment: "arrears",
    status,
    claimed_pence: pence,
    received_pence: received,
    signed_at: isSent ? `${submitted}T09:00:00.000Z` : null,
    submitted_on: isSent ? submitted : null,
    funder_reference: isSent ? `C-${award.awardId}-${number}` : null,
    note: number === 1 ? `The first claim of ${formatFinancialYear(year)}` : null,
    recorded_at,
  });
  const streams = new Set(award.lines.map(({ stream }) => stream));
  const part = {
    financial_year: year,
    stream: streams.size === 1 ? (award.lines[0]?.stream ?? null) : null,
    project_id: award.lines[0]?.projectId ?? null,
  };
  rows.claim_line.push({ claim_id: id, position: 1, ...part, amount_pence: pence });
  // What is claimed in arrears was spent: of every third award the spend is recorded too.
  if (award.awardId % 3 === 0) {
    rows.spend.push({
      award_id: award.awardId,
      number,
      period_from: `${period_to.slice(0, 4)}-${QUARTERS[quarter]?.[0]}`,
      period_to,
      ...part,
      amount_pence: pence,
      evidence: "The ledger report of the quarter",
      recorded_at,
    });
  }
  if (received === 0) return;
  const received_on = dayNear(submitted, random.whole(15, 60));
  rows.claim_receipt.push({
    claim_id: id,
    received_on,
    amount_pence: received,
    reference: `REM-${id}`,
    recorded_at: `${received_on}T11:00:00.000Z`,
  });
}
