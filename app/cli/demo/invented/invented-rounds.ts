import { addDays } from "#app/core/calendar-date.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import { addFund, addFunder, addRound } from "#app/funds/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { done } from "../filled.ts";

export type InventedRounds = Awaited<ReturnType<typeof inventRounds>>;

/** Adds an invented funder with a fund whose rounds are open, about to open and closed on the day of the demo. */
export async function inventRounds(context: Context) {
  const in_ = (days: number) => addDays(context.today, days);
  const year = financialYearOf(context.today);
  const funderId = await addInventedFunder(context);
  const fundId = await addInventedFund(context, funderId);
  const add = async (round: Partial<typeof ROUND> & { name: string; opensOn: string; closesAt: string }) =>
    done(
      await addRound(context, {
        ...ROUND,
        deliveryFrom: `FY${year + 1}`,
        deliveryTo: `FY${year + 1}`,
        ...round,
        fundId,
      }),
    ).roundId;
  return {
    funderId,
    fundId,
    closingSoon: await add({
      name: "Safer neighbourhoods round",
      opensOn: in_(-35),
      closesAt: `${in_(9)}T17:00`,
      decisionExpected: in_(58),
      potPence: 250_000_00,
      capPence: 40_000_00,
      matchPercent: 10,
      matchNote: "Cash or staff time",
      bidsPerArea: 3,
    }),
    open: await add({
      name: "Young people round",
      opensOn: in_(-10),
      closesAt: `${in_(40)}T12:00`,
      decisionExpected: in_(90),
      potPence: 120_000_00,
      capPence: 25_000_00,
    }),
    notYetOpen: await add({
      name: "Safer nights round",
      opensOn: in_(21),
      closesAt: `${in_(70)}T17:00`,
      decisionExpected: in_(120),
      potPence: 80_000_00,
    }),
    closed: await add({
      name: "Prevention round",
      opensOn: in_(-170),
      closesAt: `${in_(-110)}T17:00`,
      decisionExpected: in_(-21),
      potPence: 150_000_00,
      capPence: 30_000_00,
    }),
    decided: await add({
      name: "Town centres round",
      opensOn: in_(-330),
      closesAt: `${in_(-270)}T17:00`,
      decisionExpected: in_(-205),
      deliveryFrom: `FY${financialYearOf(in_(-200))}`,
      deliveryTo: `FY${financialYearOf(in_(-200)) + 1}`,
      potPence: 300_000_00,
      capPence: 60_000_00,
    }),
  };
}

/** What a round may leave open. */
type Open<Value> = Value | null;
const ROUND = {
  decisionExpected: null as Open<string>,
  deliveryFrom: null as Open<string>,
  deliveryTo: null as Open<string>,
  potPence: null as Open<number>,
  capPence: null as Open<number>,
  matchPercent: null as Open<number>,
  matchNote: null as Open<string>,
  whoMayLead: "Community safety partnerships",
  bidsPerArea: null as Open<number>,
  kind: "competitive" as const,
  guidanceUrl: null,
  note: "Invented to show the service",
};

async function addInventedFunder(context: Context): Promise<number> {
  const funder = {
    name: "Anytown Police and Crime Commissioner (invented)",
    validFrom: null,
    validTo: null,
    successorId: null,
    note: "Invented to show the service.",
  };
  return done(await addFunder(context, funder)).funderId;
}

async function addInventedFund(context: Context, funderId: number): Promise<number> {
  const description = "Invented to show the service.";
  const fund = { name: "Community Safety Fund (invented)", funderId, description };
  return done(await addFund(context, fund)).fundId;
}
