import type { VersionInput } from "#app/awards/index.server.ts";
import { splitEqually } from "#app/core/apportion.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { sumPence } from "#app/core/money.ts";
import type { Batch } from "./batch.ts";
import { dayNear, LAST_DAY } from "./calendar.ts";
import { isToldWhole, spentOf } from "./make-closure.ts";
import { type ClaimPeriod, makeSchedule } from "./make-schedule.ts";
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

type Claimed = {
  award: VersionInput;
  /** The instant at which the award was recorded. */
  at: string;
  /** The year of what is not yet apportioned. */
  firstYear: number;
  /** Nothing is sent before its agreement is signed. */
  signedOn: IsoDay;
  /** It will be closed: everything is paid. */
  isClosing: boolean;
  /** It is one of those of which most is recorded: as many claims as there are. */
  isFull: boolean;
};

/**
 * Makes up the claims on an award: 0 to 8, a quarter each, within what each of its years gives, paid but for the latest.
 * They draw on numbers of their own, so that with them and without them the rest of the register is the same.
 * @returns how many there are, and what came for them and was not spent, pence.
 */
export function makeClaims(
  register: Register,
  batch: Batch,
  claimed: Claimed,
): { claims: number; unspentPence: number } {
  const { award, at, firstYear } = claimed;
  const random = randomFrom(award.awardId);
  const drawn = random.weighted([
    [0, 45],
    [1, 15],
    [2, 12],
    [4, 18],
    [6, 5],
    [MOST_CLAIMS, 5],
  ]);
  const wanted = claimed.isFull ? MOST_CLAIMS : drawn;
  const made: Made[] = [];
  let coming: ClaimPeriod | null = null;
  for (const { year, pence } of moneyOfYears(award, firstYear)) {
    // A fifth is left: a year is seldom claimed to the last penny.
    for (const [quarter, part] of splitEqually(pence, 5).slice(0, QUARTERS.length).entries()) {
      if (made.length === wanted || part < 2) break;
      const period = periodOf(year, quarter);
      if (period.to > LAST_DAY) {
        coming ??= { ...period, claimId: null };
        break;
      }
      made.push({ award, year, pence: part, quarter, number: made.length + 1 });
    }
  }
  let unspentPence = 0;
  const periods: ClaimPeriod[] = [];
  for (const claim of made) {
    const isLast = claim.number === made.length;
    const { id, isSent } = addClaim(
      register,
      batch,
      random,
      claim,
      claimed,
      isLast && made.length === wanted,
    );
    periods.push({ ...periodOf(claim.year, claim.quarter), claimId: isSent ? id : null });
    if (isToldWhole(award.awardId)) {
      const spent = claimed.isClosing ? spentOf(award.awardId, claim.pence, isLast) : claim.pence;
      addSpend(batch, claim, spent);
      unspentPence += claim.pence - spent;
    }
  }
  if (made.length === 0) return { claims: 0, unspentPence };
  makeSchedule(batch, award.awardId, at, coming ? [...periods, coming] : periods);
  const action = { at, action: "generate claims", recordType: "award", recordId: award.awardId };
  batch.actions.push({ ...action, after: { claims: made.length } });
  return { claims: made.length, unspentPence };
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

function periodOf(year: number, quarter: number): { from: IsoDay; to: IsoDay } {
  const [from, to] = QUARTERS[quarter] ?? QUARTERS[0];
  const calendarYear = quarter === 3 ? year + 1 : year;
  return { from: `${calendarYear}-${from}`, to: `${calendarYear}-${to}` };
}

/** What the lines of a claim and its spend are of. */
function partOf({ award: { lines }, year }: Made) {
  const isOneStream = new Set(lines.map(({ stream }) => stream)).size === 1;
  const stream = isOneStream ? (lines[0]?.stream ?? null) : null;
  return { financial_year: year, stream, project_id: lines[0]?.projectId ?? null };
}

const recordedAt = (periodTo: IsoDay) => `${dayNear(periodTo, 5)}T10:00:00.000Z`;

function addClaim(
  { next }: Register,
  { rows }: Batch,
  random: Random,
  claim: Made,
  { signedOn, isClosing }: Claimed,
  isLatest: boolean,
): { id: number; isSent: boolean } {
  const { award, year, pence, quarter, number } = claim;
  const id = next("claim");
  const { from, to } = periodOf(year, quarter);
  const sentAfter = random.whole(10, 45);
  const submitted = dayNear(to < signedOn ? signedOn : to, sentAfter);
  const drawn = isLatest ? random.pick(["submitted", "queried", "part_paid"] as const) : "paid";
  const status = submitted > LAST_DAY ? "draft" : isClosing ? "paid" : drawn;
  const isSent = status !== "draft";
  const received = status === "paid" ? pence : status === "part_paid" ? Math.floor(pence / 2) : 0;
  const recorded_at = recordedAt(to);
  rows.claim.push({
    id,
    award_id: award.awardId,
    number,
    period_from: from,
    period_to: to,
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
  rows.claim_line.push({ claim_id: id, position: 1, ...partOf(claim), amount_pence: pence });
  const received_on = received === 0 ? null : dayNear(submitted, random.whole(15, 60));
  if (received_on !== null) {
    rows.claim_receipt.push({
      claim_id: id,
      received_on,
      amount_pence: received,
      reference: `REM-${id}`,
      recorded_at: `${received_on}T11:00:00.000Z`,
    });
  }
  if (isSent && isToldWhole(award.awardId)) addEvents(rows, id, submitted, received_on);
  return { id, isSent };
}

function addEvents(
  rows: Batch["rows"],
  claim_id: number,
  submitted: IsoDay,
  receivedOn: IsoDay | null,
): void {
  for (const [action, happened_on] of [
    ["sign", submitted],
    ["submit", submitted],
    ["record_receipt", receivedOn],
  ] as const) {
    if (happened_on === null) continue;
    rows.claim_event.push({ claim_id, action, happened_on, recorded_at: `${happened_on}T12:00:00.000Z` });
  }
}

/** What is claimed in arrears was spent before. Pence. */
function addSpend({ rows }: Batch, claim: Made, amount_pence: number): void {
  const { from: period_from, to: period_to } = periodOf(claim.year, claim.quarter);
  rows.spend.push({
    award_id: claim.award.awardId,
    number: claim.number,
    period_from,
    period_to,
    ...partOf(claim),
    amount_pence,
    evidence: "The ledger report of the quarter",
    recorded_at: recordedAt(period_to),
  });
}
