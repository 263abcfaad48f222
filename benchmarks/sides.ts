import BetterSqlite3 from "better-sqlite3";
import { type Loaded, load } from "./load.ts";
import type { Options } from "./options.ts";
import type { Served } from "./processes.ts";
import type { Product } from "./product.ts";
import { median } from "./statistics.ts";
import type { AwardedBid, Targets, Work } from "./works.ts";

/** What one side reached in one work, at the median of its rounds. */
export type Reached = { rate: number; p50: number; p99: number };

export type Measure = (connections: number, seconds: number) => Promise<Loaded>;

export function measureFloor(floor: Served, work: Work): Measure {
  const { floor: shot } = work;
  if (!shot) throw new Error(`${work.name} has no floor`);
  return (connections, seconds) => load({ ports: [floor.port], connections, seconds, shot, status: 200 });
}

export function measureProduct(product: Product, work: Work): Measure {
  return (connections, seconds) =>
    load({
      ports: product.ports,
      connections,
      seconds,
      shot: (number) => work.product(product, number),
      status: work.status,
    });
}

/** Warms each side and measures them in turn, the one that goes first changing with each round. */
export async function compare<Side extends string>(
  options: Pick<Options, "rounds" | "seconds" | "warmSeconds">,
  connections: number,
  sides: Record<Side, Measure>,
): Promise<Record<Side, Reached>> {
  const names = Object.keys(sides) as Side[];
  const rounds = Object.fromEntries(names.map((name) => [name, [] as Loaded[]])) as Record<Side, Loaded[]>;
  for (const name of names) await sides[name](connections, options.warmSeconds);
  for (let round = 0; round < options.rounds; round += 1) {
    const order = round % 2 === 0 ? names : [...names].reverse();
    for (const name of order) rounds[name].push(await sides[name](connections, options.seconds));
  }
  return Object.fromEntries(names.map((name) => [name, atMedian(rounds[name])])) as Record<Side, Reached>;
}

function atMedian(rounds: readonly Loaded[]): Reached {
  const of = (key: keyof Reached) => median(rounds.map((round) => round[key]));
  return { rate: of("rate"), p50: of("p50"), p99: of("p99") };
}

/** What the fullest records have: four partnerships, three years, eight claims, three outcomes. */
const IS_FULL = `
  (select count(*) from claim where claim.award_id = award.id) >= 8
  and (select count(*) from award_partnership where award_id = award.id) >= 4
  and (select count(distinct financial_year) from allocation_line where award_id = award.id) >= 3
  and (select count(*) from measure where project_id in
    (select project_id from allocation_line where award_id = award.id)) >= 3`;

/**
 * What the requests on a register point at.
 * @throws Error where it has no record that is full: what would be measured then is said to be what it is not.
 */
export function targetsIn(file: string): Targets {
  const db = new BetterSqlite3(file, { readonly: true });
  const record = "select bid_id as bidId, id as awardId, recorded_by_partnership_id as leadId from award";
  const awardedBids = db.prepare(`${record} order by id limit 20000`).all() as AwardedBid[];
  const fullRecords = db.prepare(`${record} where ${IS_FULL} order by id limit 20`).all() as AwardedBid[];
  if (fullRecords.length === 0) {
    db.close();
    throw new Error(
      `${file} has no award of four partnerships over three years with eight claims and three outcomes: the fullest records cannot be measured on it`,
    );
  }
  const rounds = db.prepare("select id from round order by id").all() as { id: number }[];
  db.close();
  return { awardedBids, fullRecords, roundIds: rounds.map(({ id }) => id) };
}
