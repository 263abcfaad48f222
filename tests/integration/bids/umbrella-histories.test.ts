import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_FILTERS } from "#app/bids/bid-filters.ts";
import { listBids, listBidsByPriority, recordPastBid } from "#app/bids/index.server.ts";
import { addUmbrellaItem, removeUmbrellaItem } from "#app/bids/umbrella/itemise-bid.server.ts";
import { listUmbrellaItems } from "#app/bids/umbrella/umbrella.queries.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { LONG, record } from "#tests/trust/results.ts";

const register = useDatabase();

const QUICK = register.engine === "postgres" ? 10 : 30;
/** Short in `npm test`; docs/trust.md says how the long form is run. */
const HISTORIES = LONG ? 1000 : QUICK;
const STEPS = LONG ? 14 : 10;
const SEED = Number(process.env.SEED ?? 20261122);
const BIDS = 5;

/** One random thing that happens to one of a history's bids; numbers are taken modulo what there is. */
type Step = {
  kind: "itemise" | "take out" | "amount" | "not recorded";
  bid: number;
  other: number;
  pence: number;
};

const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constant("itemise" as const) },
    { weight: 2, arbitrary: fc.constant("take out" as const) },
    { weight: 2, arbitrary: fc.constant("amount" as const) },
    { weight: 1, arbitrary: fc.constant("not recorded" as const) },
  ),
  bid: fc.nat(20),
  other: fc.nat(20),
  pence: fc.oneof(fc.nat(5), fc.nat(50_000_000)),
});

type PlainBid = { id: number; reference: string; pence: number | null; umbrella: number | null };

/** What bids come to together: an umbrella record only for what of it is not itemised; its bids count themselves. */
function plainSum(bids: readonly PlainBid[]): number {
  const own = (bid: PlainBid) => {
    const items = bids.filter(({ umbrella }) => umbrella === bid.id);
    const itemised = items.reduce((sum, { pence }) => sum + (pence ?? 0), 0);
    return Math.max(0, (bid.pence ?? 0) - itemised);
  };
  return bids.reduce((sum, bid) => sum + own(bid), 0);
}

/** A record is in one umbrella at most, none in itself, and one that holds others in none. */
function maySit(bids: readonly PlainBid[], umbrella: PlainBid, bid: PlainBid): boolean {
  if (umbrella.id === bid.id || bid.umbrella !== null || umbrella.umbrella !== null) return false;
  return !bids.some((each) => each.umbrella === bid.id);
}

async function startHistory(context: Context): Promise<{ partnershipId: number; bids: PlainBid[] }> {
  const partnershipId = await make.createPartnership(register.db);
  const priorityId = await make.createPriority(register.db, partnershipId);
  const bids: PlainBid[] = [];
  for (let number = 1; number <= BIDS; number += 1) {
    const made = await recordPastBid(context, {
      title: number === 1 ? "Various bids" : `Bid ${number}`,
      status: "awarded",
      recordedByPartnershipId: partnershipId,
      partnerships: [{ partnershipId, part: "partner" }],
      requestedPence: number * 1_000_00,
      priorityIds: [priorityId],
    });
    if (!made.ok) throw new Error("The bid was not recorded");
    bids.push({
      id: made.value.bidId,
      reference: made.value.reference,
      pence: number * 1_000_00,
      umbrella: null,
    });
  }
  return { partnershipId, bids };
}

/** @returns what was done: itemised, refused. @throws where the register counts otherwise than the plain sum. */
async function playHistory(context: Context, steps: readonly Step[]) {
  const { partnershipId, bids } = await startHistory(context);
  let [itemised, refused] = [0, 0];
  for (const step of steps) {
    const bid = bids[step.bid % BIDS] as PlainBid;
    const other = bids[step.other % BIDS] as PlainBid;
    if (step.kind === "itemise") {
      const { ok } = await addUmbrellaItem(context, bid.id, other.reference);
      expect(ok).toBe(maySit(bids, bid, other));
      if (ok) other.umbrella = bid.id;
      itemised += ok ? 1 : 0;
      refused += ok ? 0 : 1;
    } else if (step.kind === "take out") {
      if (bid.umbrella !== null) await removeUmbrellaItem(context, bid.umbrella, bid.id);
      bid.umbrella = null;
    } else {
      bid.pence = step.kind === "amount" ? step.pence : null;
      const requested_basis = bid.pence === null ? "not_recorded" : "exact";
      await register.db.write((trx) =>
        trx
          .updateTable("bid")
          .set({ requested_pence: bid.pence, requested_basis })
          .where("id", "=", bid.id)
          .execute(),
      );
    }
    const list = await listBids(context, { ...NO_FILTERS, partnershipId });
    expect(list).toMatchObject({ count: BIDS, requestedPence: plainSum(bids) });
  }
  for (const { id } of bids) {
    const items = (await listUmbrellaItems(context, id)).map((item) => item.id);
    expect(items).toEqual(bids.filter(({ umbrella }) => umbrella === id).map((bid) => bid.id));
  }
  const byPriority = await listBidsByPriority(context, partnershipId);
  const counted = byPriority.reduce((sum, { pence }) => sum + (pence ?? 0), 0);
  expect(counted).toBe(plainSum(bids));
  return { itemised, refused };
}

test("umbrella records that are itemised later count each pound once, whatever is put in, taken out and changed", async () => {
  const context = make.operatorContext(register.db);
  let [itemised, refused] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(stepArbitrary, { minLength: STEPS, maxLength: STEPS }), async (steps) => {
      const done = await playHistory(context, steps);
      itemised += done.itemised;
      refused += done.refused;
    }),
    { numRuns: HISTORIES, seed: SEED },
  );
  expect(itemised).toBeGreaterThan(HISTORIES);
  expect(refused).toBeGreaterThan(HISTORIES);
  record(`Random histories of umbrella records${register.engine === "postgres" ? ", on PostgreSQL" : ""}`, {
    histories: HISTORIES,
    "steps in each": STEPS,
    "bids itemised": itemised,
    "itemising refused": refused,
    "sums that differ": 0,
  });
}, 7_200_000);
