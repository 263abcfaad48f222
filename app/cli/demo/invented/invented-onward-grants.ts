import { actOnOnwardGrant, type NewOnwardGrant, recordOnwardGrant } from "#app/awards/index.server.ts";
import { addDays } from "#app/core/calendar-date.ts";
import type { StaffContexts } from "../fill-people.ts";
import { done } from "../filled.ts";

const NO_ANSWERS = { amountPence: null, happenedOn: null, reference: null, reason: null };
const NOT_STATED = { charityNumber: null, companyNumber: null, runsFrom: null, runsTo: null };

/** What an award passes on: one grant paid and in part returned, one agreed, one whose agreement is still to come. */
export async function inventOnwardGrants(staff: StaffContexts, awardId: number): Promise<void> {
  const day = (days: number) => addDays(staff.finance.today, days);
  const add = async (grant: Partial<NewOnwardGrant> & { recipient: string }) => {
    const stated = { purpose: null, reference: null, agreedOn: null, amountPence: null };
    return done(await recordOnwardGrant(staff.officer, awardId, null, { ...NOT_STATED, ...stated, ...grant }))
      .id;
  };
  const grantId = await add({
    recipient: "Anytown Youth Project (invented)",
    purpose: "Two youth workers in the town centre on Friday and Saturday evenings.",
    reference: "Agreement 3",
    agreedOn: day(-120),
    runsFrom: day(-110),
    runsTo: day(90),
    amountPence: 6_000_00,
  });
  const pay = { ...NO_ANSWERS, amountPence: 6_000_00, happenedOn: day(-100), reference: "Payment 118" };
  done(await actOnOnwardGrant(staff.finance, { awardId, grantId }, "pay", 1, pay));
  const back = { ...NO_ANSWERS, amountPence: 450_00, happenedOn: day(-12), reference: "Unspent" };
  done(await actOnOnwardGrant(staff.finance, { awardId, grantId }, "return", 2, back));
  await add({
    recipient: "Otherton Boxing Club (invented)",
    purpose: "A free session each week for young people who are referred.",
    reference: "Agreement 4",
    agreedOn: day(-30),
    amountPence: 3_500_00,
  });
  await add({ recipient: "Detached Youth Work Collective (invented)", amountPence: 2_000_00 });
}
