/** Records that stood at one status on a first day and at one on a second; null where they were not there yet. Pence. */
export type Moves<Status extends string> = {
  from: Status | null;
  to: Status | null;
  count: number;
  fromPence: number;
  toPence: number;
  /** Of how many the amount is not recorded: nothing of them stands in the pence. */
  fromUnknown: number;
  toUnknown: number;
  /** Of how many it is approximate: it makes each sum in which it stands approximate. */
  fromApproximate: number;
  toApproximate: number;
};

/** What stands on one day: how many, their pence, and of how many the amount is not recorded or approximate. */
export type OnDay = { count: number; pence: number; unknown: number; approximate: number };

/** One status on the two days. */
export type StatusRow<Status extends string> = {
  status: Status;
  before: OnDay;
  after: OnDay;
};

/** Each status on both days, in the order given; a status that nothing had on either day is left out. */
export function statusRows<Status extends string>(
  statuses: readonly Status[],
  moves: readonly Moves<Status>[],
): StatusRow<Status>[] {
  return statuses
    .map((status) => ({ status, before: sumFrom(moves, status), after: sumTo(moves, status) }))
    .filter(({ before, after }) => before.count + after.count > 0);
}

/** All of them on both days. What was not there yet counts on the second day alone. */
export function totalRow<Status extends string>(moves: readonly Moves<Status>[]) {
  return { before: sumFrom(moves, "all"), after: sumTo(moves, "all") };
}

function sumFrom<Status extends string>(moves: readonly Moves<Status>[], status: Status | "all") {
  const own = moves.filter(({ from }) => from !== null && (status === "all" || from === status));
  return add(
    own.map((move) => ({
      count: move.count,
      pence: move.fromPence,
      unknown: move.fromUnknown,
      approximate: move.fromApproximate,
    })),
  );
}

function sumTo<Status extends string>(moves: readonly Moves<Status>[], status: Status | "all") {
  const own = moves.filter(({ to }) => to !== null && (status === "all" || to === status));
  return add(
    own.map((move) => ({
      count: move.count,
      pence: move.toPence,
      unknown: move.toUnknown,
      approximate: move.toApproximate,
    })),
  );
}

function add(parts: readonly OnDay[]): OnDay {
  const nothing: OnDay = { count: 0, pence: 0, unknown: 0, approximate: 0 };
  return parts.reduce(
    (sum, { count, pence, unknown, approximate }) => ({
      count: sum.count + count,
      pence: sum.pence + pence,
      unknown: sum.unknown + unknown,
      approximate: sum.approximate + approximate,
    }),
    nothing,
  );
}

/**
 * How what stands on one day differs from what stood on another. Pence of records whose amount is not recorded on one of the
 * days are in no difference: null where that is so of all of one day, and how many are not recorded stands beside it.
 */
export function changeOf(
  before: OnDay,
  after: OnDay,
): { pence: number | null; before: number; after: number } {
  const isUnknown = ({ count, unknown }: OnDay) => count > 0 && unknown === count;
  const pence = isUnknown(before) || isUnknown(after) ? null : after.pence - before.pence;
  return { pence, before: before.unknown, after: after.unknown };
}

type Amounts = { from: unknown; to: unknown; fromPence: number | null; toPence: number | null };

/** What became known, or is not known any more, of a record that was there on both days; null where neither did. */
export function becameKnown({ from, to, fromPence, toPence }: Amounts): string | null {
  if (from === null || to === null || (fromPence === null) === (toPence === null)) return null;
  return fromPence === null ? "became known" : "not recorded any more";
}
