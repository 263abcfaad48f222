import {
  askForConfirmation,
  changeAwardOwner,
  NOT_YET_APPORTIONED,
  recordAgreement,
  recordTerms,
  scheduleReturns,
  sealNextVersion,
  submitReturn,
} from "#app/awards/index.server.ts";
import {
  actOnClaim,
  closeAward,
  makeClaim,
  recordCarryOver,
  recordRepayment,
  recordSpend,
} from "#app/claims/index.server.ts";
import { addDays } from "#app/core/calendar-date.ts";
import { daysOfFinancialYear, financialYearOf } from "#app/core/financial-year.ts";
import { personId } from "#app/platform/context.server.ts";
import type { StaffContexts } from "../fill-people.ts";
import { done } from "../filled.ts";
import { line } from "./invented-awards.ts";
import { NO_TERMS } from "./invented-duties.ts";
import { type Parts, record } from "./invented-history.ts";
import { OTHERTON_COUNCIL } from "./invented-partnerships.ts";

const NO_ANSWERS = { amountPence: null, happenedOn: null, reference: null, reason: null };

/** Adds two awards of the neighbour whose years are over: one closed, and one of which the funder let money over. */
export async function inventSettledAwards(staff: StaffContexts, parts: Parts): Promise<void> {
  const year = financialYearOf(staff.finance.today);
  await inventClosedAward(staff, parts, year - 2);
  await inventCarriedAward(staff, parts, year - 1);
}

/** Claimed, spent but for £359.50 that was repaid, reported, and closed with its evaluation. */
async function inventClosedAward(staff: StaffContexts, parts: Parts, year: number): Promise<void> {
  const { officer, finance, manager } = staff;
  const { from, to } = daysOfFinancialYear(year);
  const award = { title: "Property marking for homes in Otherton", pence: [9_000_00], year };
  const awardId = await otherton(staff, parts, award);
  const period = { periodFrom: from, periodTo: to };
  const part = { stream: "revenue" as const, projectId: null };
  const claim = { ...period, payment: "arrears" as const, results: null, note: null };
  const lines = [{ ...part, financialYear: year, amountPence: 9_000_00 }];
  const signed = { reference: "Agreement 2", signedOn: addDays(from, 12), note: null };
  done(await recordAgreement(officer, awardId, { ...signed, version: 0, year: "all" }));
  const { id } = done(await makeClaim(officer, awardId, { ...claim, lines }));
  done(await actOnClaim(finance, awardId, id, "sign", 1, NO_ANSWERS));
  const sent = { ...NO_ANSWERS, happenedOn: addDays(to, 20), reference: "CL-1" };
  done(await actOnClaim(officer, awardId, id, "submit", 2, sent));
  const came = { ...NO_ANSWERS, amountPence: 9_000_00, happenedOn: addDays(to, 48), reference: "BACS" };
  done(await actOnClaim(finance, awardId, id, "record_receipt", 3, came));
  const spent = [{ ...part, amountPence: 8_640_50 }];
  const evidence = "Ledger report of the accountable body, cost centre 4387";
  done(await recordSpend(officer, awardId, { ...period, lines: spent, evidence, reason: null }));
  const schedule = { rhythm: "once" as const, ...period, dueDays: null };
  const [returnId = 0] = done(await scheduleReturns(officer, awardId, schedule)).returnIds;
  const submission = {
    version: 1,
    submittedOn: addDays(to, 28),
    funderReference: "Final return",
    note: null,
  };
  done(await submitReturn(officer, { awardId, returnId }, submission));
  const repayment = { amountPence: 359_50, repaidOn: addDays(to, 90), reference: "BACS", reason: "Unspent" };
  done(await recordRepayment(finance, awardId, repayment));
  const evaluation =
    "412 homes marked; burglaries in the marked streets are shown in the yearly report, page 9. Other things changed there too.";
  const closure = { evaluation, evidenceUntil: `${year + 9}-03-31`, note: null };
  done(await closeAward(manager, awardId, closure));
}

/** Of no bid, owned by the officer by itself. £1,800 of last year were not spent; the funder let them over, though the terms allow no transfer between years. */
async function inventCarriedAward(staff: StaffContexts, parts: Parts, year: number): Promise<void> {
  const { officer, finance } = staff;
  const { from, to } = daysOfFinancialYear(year);
  const award = { title: "Marshals for Otherton’s evenings", pence: [12_000_00, 8_000_00], year };
  const awardId = await otherton(staff, parts, award);
  done(await recordTerms(officer, awardId, { ...NO_TERMS, noTransfer: true }));
  const lines = [{ stream: "revenue" as const, projectId: null, amountPence: 10_200_00 }];
  const spend = { periodFrom: from, periodTo: to, lines, evidence: "Ledger report, cost centre 4391" };
  done(await recordSpend(officer, awardId, { ...spend, reason: null }));
  const approval = {
    ...{ fromYear: year, toYear: year + 1, amountPence: 1_800_00, approvedOn: addDays(to, 35) },
    ...{ reference: "Letter of the OPCC, 14", note: null },
  };
  done(await recordCarryOver(officer, awardId, approval));
  const agreed = "The OPCC’s grants officer agreed to this one transfer: letter 14, with the approval.";
  const { version } = done(await askForConfirmation(officer, awardId, 1, agreed));
  done(await sealNextVersion(finance, awardId, version, agreed));
  done(await changeAwardOwner(officer, awardId, { version: 1, ownerId: personId(officer) }));
}

/** An award of the neighbour alone, so much for each year from the first on. @returns its id */
function otherton(
  staff: StaffContexts,
  parts: Parts,
  { title, pence, year }: { title: string; pence: number[]; year: number },
): Promise<number> {
  const partnershipId = parts.partnerships.otherton;
  const own = { ...NOT_YET_APPORTIONED, partnershipId, stream: "revenue" as const };
  return record(staff, parts, {
    title,
    partnerships: [{ partnershipId, part: "lead" }],
    accountableBody: OTHERTON_COUNCIL,
    decidedOn: addDays(daysOfFinancialYear(year).from, -20),
    amountPence: pence.reduce((sum, each) => sum + each, 0),
    lines: pence.map((each, index) => line(each, null, { ...own, financialYear: year + index })),
  });
}
