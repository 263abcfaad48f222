import { addDays, daysBetween, type IsoDay } from "#app/core/calendar-date.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import { FIRST_DAY, LAST_DAY } from "./calendar.ts";
import type { Random } from "./random.ts";
import { FUNDERS, fundNames } from "./words.ts";

const ROUNDS = 200;
/** Rounds close up to this long before the first decision that the register holds, and after its last day. */
const BEFORE_DAYS = 300;
const AFTER_DAYS = 90;

export type Round = { id: number; fundId: number; funderId: number; closesOn: IsoDay };

/** Adds funders, funds and the rounds of ten years, evenly spread. @returns the rounds, the first to close first. */
export async function makeRounds(transaction: Writer, { db }: Context, random: Random): Promise<Round[]> {
  const funders = FUNDERS.map((name, index) => ({ id: index + 1, name }));
  const funds = funders
    .flatMap((funder) => fundNames(funder.name).map((name) => ({ funder_id: funder.id, name })))
    .map((fund, index) => ({ id: index + 1, ...fund }));
  await db.engine.insertRows(transaction, "funder", funders);
  await db.engine.insertRows(transaction, "fund", funds);

  const days = BEFORE_DAYS + daysBetween(FIRST_DAY, LAST_DAY) + AFTER_DAYS;
  const times = new Map<number, number>();
  const rounds = Array.from({ length: ROUNDS }, (_, index) => {
    const fund = random.pick(funds);
    const time = (times.get(fund.id) ?? 0) + 1;
    times.set(fund.id, time);
    const closesOn = addDays(FIRST_DAY, Math.round((days * index) / ROUNDS) - BEFORE_DAYS);
    return { id: index + 1, fundId: fund.id, funderId: fund.funder_id, closesOn, name: `Round ${time}` };
  });
  await db.engine.insertRows(
    transaction,
    "round",
    rounds.map(({ id, fundId, closesOn, name }) => ({
      id,
      fund_id: fundId,
      name,
      opens_on: addDays(closesOn, -random.whole(28, 70)),
      closes_at: `${closesOn}T17:00`,
      decision_expected: addDays(closesOn, random.whole(40, 90)),
      delivery_from: addDays(closesOn, 100),
      delivery_to: addDays(closesOn, random.whole(400, 1_100)),
      pot_pence: random.whole(20, 500) * 100_000_00,
      kind: random.chance(0.85) ? ("competitive" as const) : ("allocation" as const),
    })),
  );
  await addTerms(transaction, db, rounds);
  return rounds;
}

/**
 * Who may lead a bid to a round, in which years its money may be spent, for which theme it is; and the one partnership that
 * decided not to bid to it.
 */
async function addTerms(
  transaction: Writer,
  { engine }: Context["db"],
  rounds: readonly Round[],
): Promise<void> {
  const themes = await transaction.selectFrom("theme").select("id").orderBy("id").execute();
  const applicants = rounds.map(({ id }) => ({ round_id: id, kind: "local_authority" as const }));
  await engine.insertRows(transaction, "round_applicant", applicants);
  const years = rounds.flatMap(({ id, closesOn }) =>
    [0, 1, 2, 3].map((after) => ({ round_id: id, financial_year: financialYearOf(closesOn) + after })),
  );
  await engine.insertRows(transaction, "round_year", years);
  const served = rounds.map(({ id }) => ({ round_id: id, theme_id: themes[id % themes.length]?.id ?? 1 }));
  await engine.insertRows(transaction, "round_theme", served);
  const passed = rounds.map(({ id, closesOn }) => ({
    round_id: id,
    partnership_id: id,
    decided_on: addDays(closesOn, -20),
    reason: "Nobody has the time to write it",
    recorded_at: `${addDays(closesOn, -20)}T12:00:00.000Z`,
  }));
  await engine.insertRows(transaction, "round_not_bid", passed);
}
