import { recordAgreement } from "#app/awards/index.server.ts";
import { actOnClaim, makeClaim, planClaims } from "#app/claims/index.server.ts";
import { addDays } from "#app/core/calendar-date.ts";
import { daysOfFinancialYear } from "#app/core/financial-year.ts";
import type { StaffContexts } from "../fill-people.ts";
import { done } from "../filled.ts";
import { inventRemittance } from "./invented-papers.ts";

type Quarter = {
  awardId: number;
  financialYear: number;
  projectId: number;
  amountPence: number;
  endsDaysAgo: number;
  days: number;
};

const NO_ANSWERS = { amountPence: null, happenedOn: null, reference: null, reason: null };

/** Three quarters of an award in mid-delivery: one paid, one paid in part, one written and not yet signed. */
export async function inventClaims(
  staff: StaffContexts,
  award: Pick<Quarter, "awardId" | "financialYear" | "projectId">,
): Promise<void> {
  const { today } = staff.finance;
  // Signed weeks after delivery began, as often; before the first claim.
  const signed = { reference: "Agreement 7", signedOn: addDays(today, -143), note: null };
  const version = 0;
  done(await recordAgreement(staff.officer, award.awardId, { ...signed, version, year: "all" }));
  const claim = (amountPence: number, endsDaysAgo: number, days: number) =>
    writeClaim(staff, { ...award, amountPence, endsDaysAgo, days });
  const first = await claim(5_250_00, 151, 90);
  await send(staff, award.awardId, first, { sentOn: addDays(today, -140), reference: "CL-1" });
  await receive(staff, award.awardId, first, { amountPence: 5_250_00, receivedOn: addDays(today, -112) });
  await inventRemittance(staff.officer, award.awardId, first);
  const second = await claim(6_125_50, 60, 90);
  await send(staff, award.awardId, second, { sentOn: addDays(today, -48), reference: "CL-2" });
  await receive(staff, award.awardId, second, { amountPence: 4_000_00, receivedOn: addDays(today, -20) });
  await claim(3_480_25, 2, 57);
  const { from, to } = daysOfFinancialYear(award.financialYear);
  const plan = { rhythm: "quarterly" as const, payment: "arrears" as const, dueDays: null };
  const results = { unit: null, unitPence: null };
  done(
    await planClaims(staff.officer, award.awardId, {
      version: 0,
      ...plan,
      ...results,
      periodFrom: from,
      periodTo: to,
    }),
  );
}

/** @returns the claim's id */
async function writeClaim(staff: StaffContexts, quarter: Quarter): Promise<number> {
  const periodTo = addDays(staff.officer.today, -quarter.endsDaysAgo);
  const { financialYear, projectId, amountPence } = quarter;
  const made = await makeClaim(staff.officer, quarter.awardId, {
    periodFrom: addDays(periodTo, -quarter.days),
    periodTo,
    payment: "arrears",
    results: null,
    note: null,
    lines: [{ financialYear, stream: "revenue", projectId, amountPence }],
  });
  return done(made).id;
}

async function send(
  { finance, officer }: StaffContexts,
  awardId: number,
  claimId: number,
  { sentOn, reference }: { sentOn: string; reference: string },
): Promise<void> {
  done(await actOnClaim(finance, awardId, claimId, "sign", 1, NO_ANSWERS));
  const answers = { ...NO_ANSWERS, happenedOn: sentOn, reference };
  done(await actOnClaim(officer, awardId, claimId, "submit", 2, answers));
}

async function receive(
  { finance }: StaffContexts,
  awardId: number,
  claimId: number,
  { amountPence, receivedOn }: { amountPence: number; receivedOn: string },
): Promise<void> {
  const answers = { ...NO_ANSWERS, amountPence, happenedOn: receivedOn, reference: "BACS" };
  done(await actOnClaim(finance, awardId, claimId, "record_receipt", 3, answers));
}
