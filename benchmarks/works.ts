import type { Shot } from "./load.ts";
import { PARTNERSHIPS, type Product } from "./product.ts";

const WORDS = ["doorbell", "marshals", "mentoring", "mediation", "sanctuary", "warden"];

/** A piece of work of `performance.md` as a request: of the floor, and of the product's own page. */
export type Work = {
  name: string;
  title: string;
  /** Null where the work has no floor of its own. */
  floor: ((number: number) => Shot) | null;
  product: (product: Product, number: number) => Shot;
  status: number;
};

export type AwardedBid = { bidId: number; awardId: number; leadId: number };

/** What the requests point at: bids of the register that were awarded, and those of which most is recorded. */
export type Targets = {
  awardedBids: readonly AwardedBid[];
  fullRecords: readonly AwardedBid[];
  roundIds: readonly number[];
};

/** `f`: with filters of every kind at once, in an order other than the usual. `c`: of the records with many claims. */
type WorkName = "W1" | "W1f" | "W2" | "W2c" | "W3" | "W4" | "W6" | "W6f";

const FILTERS = new URLSearchParams([
  ["status", "awarded"],
  ["status", "part_awarded"],
  ["theme", "1"],
  ["officer", "safety officer"],
  ["amount-from", "5000"],
  ["amount-to", "900000"],
  ["submitted-from", "2017-01-01"],
  ["decided-to", "2026-11-01"],
  ["closes-from", "2016-06-01"],
  ["sort", "-requested"],
]);

/** The same numbers for both sides, spread over the register. */
const spread = (number: number, size: number) => (number * 7919) % size;

export function works({ awardedBids, fullRecords, roundIds }: Targets): Record<WorkName, Work> {
  const partnership = (number: number) => spread(number, PARTNERSHIPS) + 1;
  const oneOf = (records: readonly AwardedBid[], number: number) =>
    records[spread(number >> 1, records.length)] as AwardedBid;
  const record = (records: readonly AwardedBid[]): Pick<Work, "floor" | "product" | "status"> => ({
    floor: (number) => ({ path: `/record?id=${oneOf(records, number).bidId}` }),
    product: ({ local }, number) => {
      const { bidId, awardId, leadId } = oneOf(records, number);
      return { path: number % 2 === 0 ? `/bids/${bidId}` : `/awards/${awardId}`, headers: local(leadId) };
    },
    status: 200,
  });
  const word = (number: number) => WORDS[number % WORDS.length] as string;
  return {
    W1: {
      name: "W1",
      title: "List: the bids of one partnership and status, newest first, 50 on a page",
      floor: (number) => ({ path: `/list?id=${partnership(number)}&status=awarded` }),
      product: ({ local }, number) => ({
        path: `/bids?partnership=${partnership(number)}&status=awarded`,
        headers: local(partnership(number)),
      }),
      status: 200,
    },
    W1f: {
      name: "W1f",
      title: "List: the same with filters of every kind, the largest amount first",
      floor: (number) => ({ path: `/list?id=${partnership(number)}&status=awarded` }),
      product: ({ local }, number) => ({
        path: `/bids?partnership=${partnership(number)}&funder=${(number % 12) + 1}&${FILTERS}`,
        headers: local(partnership(number)),
      }),
      status: 200,
    },
    W2: {
      name: "W2",
      title: "Record: a bid, and its award with lines, projects, outcomes and claims",
      ...record(awardedBids),
    },
    W2c: {
      name: "W2c",
      title: "Record: the same of four partnerships, three years, eight claims and three outcomes",
      ...record(fullRecords),
    },
    W3: {
      name: "W3",
      title: "Report: funding secured by partnership, the whole country",
      floor: () => ({ path: "/report" }),
      product: ({ national }, _number) => ({
        path: "/reports/funding-secured?by=partnership",
        headers: national,
      }),
      status: 200,
    },
    W4: {
      name: "W4",
      title: "Log one bid, durably",
      floor: (number) => ({
        method: "POST",
        path: "/log",
        body: JSON.stringify({
          title: `Bid logged by the benchmark, number ${number}`,
          roundId: roundIds[number % roundIds.length],
          partnershipId: partnership(number),
          pence: 12_500_00,
        }),
      }),
      product: ({ local, origin }, number) => ({
        method: "POST",
        path: "/bids/new",
        headers: {
          ...local(partnership(number)),
          Origin: origin,
          "Content-Type": "application/x-www-form-urlencoded",
        },
        body: new URLSearchParams({
          roundId: String(roundIds[number % roundIds.length]),
          // A title of its own each time: the service asks about a bid that may be there already.
          title: `Bid logged by the benchmark, number ${number} at ${process.hrtime.bigint()}`,
          purpose: "To measure how many bids can be logged in a second.",
          requestedPence: "12,500",
          leadPartnershipId: String(partnership(number)),
        }).toString(),
      }),
      status: 303,
    },
    W6: {
      name: "W6",
      title: "Search: a word in titles and references, the whole country",
      floor: (number) => ({ path: `/search?search=${word(number)}` }),
      product: ({ national }, number) => ({ path: `/bids?search=${word(number)}`, headers: national }),
      status: 200,
    },
    W6f: {
      name: "W6f",
      title: "Search: the same with filters of every kind, the largest amount first",
      floor: (number) => ({ path: `/search?search=${word(number)}` }),
      product: ({ national }, number) => ({
        path: `/bids?search=${word(number)}&${FILTERS}`,
        headers: national,
      }),
      status: 200,
    },
  };
}
