/** Records that stood at one status on a first day and at one on a second; null where they were not there yet. Pence. */
export type Moves<Status extends string> = {
  from: Status | null;
  to: Status | null;
  count: number;
  fromPence: number;
  toPence: number;
};

/** One status on the two days. */
export type StatusRow<Status extends string> = {
  status: Status;
  before: { count: number; pence: number };
  after: { count: number; pence: number };
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
  return add(own.map(({ count, fromPence }) => ({ count, pence: fromPence })));
}

function sumTo<Status extends string>(moves: readonly Moves<Status>[], status: Status | "all") {
  const own = moves.filter(({ to }) => to !== null && (status === "all" || to === status));
  return add(own.map(({ count, toPence }) => ({ count, pence: toPence })));
}

function add(parts: readonly { count: number; pence: number }[]) {
  return parts.reduce((sum, { count, pence }) => ({ count: sum.count + count, pence: sum.pence + pence }), {
    count: 0,
    pence: 0,
  });
}
