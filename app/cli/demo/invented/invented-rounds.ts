import { addDays } from "#app/core/calendar-date.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import { addFund, addFunder, addRound } from "#app/funds/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { done } from "../filled.ts";

export type InventedRounds = Awaited<ReturnType<typeof inventRounds>>;

/** Adds an invented funder with a fund whose rounds are open, about to open and closed on the day of the demo. */
export async function inventRounds(context: Context) {
  const day = (days: number) => addDays(context.today, days);
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
      opensOn: day(-35),
      closesAt: `${day(9)}T17:00`,
      decisionExpected: day(58),
      potPence: 250_000_00,
      capPence: 40_000_00,
      matchBasisPoints: 1000,
      matchNote: "Cash or staff time",
      bidsPerArea: 3,
    }),
    open: await add({
      name: "Young people round",
      opensOn: day(-10),
      closesAt: `${day(40)}T12:00`,
      decisionExpected: day(90),
      potPence: 120_000_00,
      capPence: 25_000_00,
    }),
    notYetOpen: await add({
      name: "Safer nights round",
      opensOn: day(21),
      closesAt: `${day(70)}T17:00`,
      decisionExpected: day(120),
      potPence: 80_000_00,
    }),
    closed: await add({
      name: "Prevention round",
      opensOn: day(-170),
      closesAt: `${day(-110)}T17:00`,
      decisionExpected: day(-21),
      potPence: 150_000_00,
      capPence: 30_000_00,
    }),
    spring: await add({
      name: "Spring small grants",
      opensOn: day(60),
      closesAt: `${day(102)}T23:59`,
      decisionExpected: day(130),
      potPence: 40_000_00,
      capPence: 5_000_00,
    }),
    decided: await add({
      name: "Town centres round",
      opensOn: day(-330),
      closesAt: `${day(-270)}T17:00`,
      decisionExpected: day(-205),
      deliveryFrom: `FY${financialYearOf(day(-200))}`,
      deliveryTo: `FY${financialYearOf(day(-200)) + 1}`,
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
  matchBasisPoints: null as Open<number>,
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
