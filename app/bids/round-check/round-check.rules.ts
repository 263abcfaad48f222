import { firstDayOf, formatDate, formatLocalTime, lastDayOf } from "#app/core/calendar-date.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import { formatPercentage } from "#app/core/percentage.ts";
import { APPLICANT_NAMES } from "#app/funds/index.ts";
import { costSums } from "../costs/costs.rules.ts";
import { matchNeeded } from "../match/match.rules.ts";
import type { BidToCheck, Breach, TermsToCheck } from "./round-check.ts";
import { isWithdrawnBy, withdrawalWords } from "./withdrawn.rules.ts";

type Check = (bid: BidToCheck, terms: TermsToCheck) => Breach[];

/**
 * The rules of its round that a bid breaks, in the order of `ROUND_RULES`; empty where it breaks none. What the bid
 * does not say yet breaks nothing: an amount, costs or an applicant that are not recorded are not held against it.
 */
export function checkAgainstRound(bid: BidToCheck, terms: TermsToCheck): Breach[] {
  return CHECKS.flatMap((check) => check(bid, terms));
}

const inWindow: Check = ({ at, isSubmitted }, terms) => {
  const { opensOn, closesAt, withdrawnOn } = terms;
  const day = at.slice(0, 10);
  const was = isSubmitted ? "was submitted" : "would be submitted now";
  if (isWithdrawnBy(withdrawnOn, day, isSubmitted)) {
    return [{ rule: "withdrawn", words: withdrawalWords(terms) }];
  }
  if (opensOn !== null && firstDayOf(opensOn) > day) {
    return [{ rule: "not_yet_open", words: `The bid ${was}; the round opens on ${formatDate(opensOn)}.` }];
  }
  if (closesAt !== null && isPast(closesAt, at, isSubmitted)) {
    return [{ rule: "closed", words: `The bid ${was}; the round closed on ${formatLocalTime(closesAt)}.` }];
  }
  return [];
};

/**
 * A bid that was sent at the minute of closing was in time, as is one of which only the day is known on that day; one
 * that would be sent at that minute now would not be.
 */
function isPast(closesAt: string, at: string, isSubmitted: boolean): boolean {
  if (closesAt.includes("T") && at.includes("T")) return isSubmitted ? at > closesAt : at >= closesAt;
  return at.slice(0, 10) > lastDayOf(closesAt.split("T")[0] ?? closesAt);
}

const underCap: Check = ({ requestedPence }, { capPence }) => {
  if (requestedPence === null || capPence === null || requestedPence <= capPence) return [];
  const over = formatPounds(requestedPence - capPence);
  const words = `Requested ${formatPounds(requestedPence)} is ${over} over the cap of ${formatPounds(capPence)}.`;
  return [{ rule: "over_cap", words }];
};

const fewEnoughBids: Check = ({ bidsOfArea }, { bidsPerArea }) => {
  if (bidsPerArea === null || bidsOfArea <= bidsPerArea) return [];
  const most = bidsPerArea === 1 ? "only 1" : `at most ${bidsPerArea}`;
  const words = `This is one of ${bidsOfArea} bids for the area that you can read; the round takes ${most}.`;
  return [{ rule: "too_many_bids", words }];
};

const eligibleLead: Check = ({ applicantKind }, { eligibleLeads }) => {
  if (applicantKind === null || eligibleLeads.length === 0 || eligibleLeads.includes(applicantKind))
    return [];
  const may = eligibleLeads.map((kind) => APPLICANT_NAMES[kind]).join(", ");
  const words = `The bid is led by “${APPLICANT_NAMES[applicantKind]}”; the round may be led by: ${may}.`;
  return [{ rule: "lead_not_eligible", words }];
};

const enoughMatch: Check = ({ requestedPence, match }, { matchBasisPoints, inKindCounts }) => {
  if (requestedPence === null || matchBasisPoints === null) return [];
  const counted = match.filter((item) => inKindCounts || item.form === "cash");
  const has = sumPence(counted.map((item) => item.amountPence ?? 0));
  const needed = matchNeeded(requestedPence, matchBasisPoints);
  if (has >= needed) return [];
  const kind = inKindCounts ? "Match" : "Cash match";
  const share = `${formatPounds(needed)}, ${formatPercentage(matchBasisPoints)} of the amount requested`;
  if (counted.every(({ amountPence }) => amountPence === null)) {
    const amount = counted.length === 0 ? "" : " with an amount";
    const words = `No ${kind.toLowerCase()} is recorded${amount}; the round asks for ${share}.`;
    return [{ rule: "match_short", words }];
  }
  const short = formatPounds(needed - has);
  const words = `${kind} of ${formatPounds(has)} is ${short} short of ${share}.`;
  return [{ rule: "match_short", words }];
};

const yearsPaid: Check = ({ costs }, { years }) => {
  if (years.length === 0) return [];
  const paid = years.map(formatFinancialYear).join(", ");
  return withMoney(costs)
    .filter(({ financialYear }) => !years.includes(financialYear))
    .map(({ financialYear, pence }) => ({
      rule: "year_not_paid",
      words: `${formatPounds(pence)} is for ${formatFinancialYear(financialYear)}; the round pays only ${paid}.`,
    }));
};

const yearsUnderCap: Check = ({ costs }, { yearCaps }) =>
  withMoney(costs).flatMap(({ financialYear, pence }) => {
    const cap = yearCaps.find(({ year }) => year === financialYear)?.capPence;
    if (cap === undefined || pence <= cap) return [];
    const over = formatPounds(pence - cap);
    const words = `${formatPounds(pence)} for ${formatFinancialYear(financialYear)} is ${over} over the cap of ${formatPounds(cap)} for that year.`;
    return [{ rule: "over_year_cap", words } as const];
  });

const capitalShare: Check = ({ costs }, { capitalPercent }) => {
  if (capitalPercent === null) return [];
  const { capitalPence, totalPence } = costSums(costs);
  const most = Number((BigInt(totalPence) * BigInt(capitalPercent)) / 100n);
  if (capitalPence <= most) return [];
  const over = formatPounds(capitalPence - most);
  const words = `Capital of ${formatPounds(capitalPence)} is ${over} over ${formatPounds(most)}, ${capitalPercent}% of the costs.`;
  return [{ rule: "too_much_capital", words }];
};

const CHECKS: readonly Check[] = [
  inWindow,
  underCap,
  fewEnoughBids,
  eligibleLead,
  enoughMatch,
  yearsPaid,
  yearsUnderCap,
  capitalShare,
];

function withMoney(costs: BidToCheck["costs"]) {
  const sums = costSums(costs);
  return costs
    .map(({ financialYear }, index) => ({ financialYear, pence: sums.rows[index] ?? 0 }))
    .filter(({ pence }) => pence > 0);
}
