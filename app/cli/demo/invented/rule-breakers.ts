import type { RoundRule } from "#app/bids/index.ts";
import type { ApplicantKind } from "#app/funds/index.ts";

/** A bid of the invented neighbour that breaks one rule of one round, and no other. Money is pence. */
export type Breaker = {
  rule: RoundRule;
  title: string;
  /** A real round as the reports and the facts of its fund name it, or an invented one. */
  round: "SSF1" | "SSF2" | "SSF3" | "SWAN" | "SSF4" | "Round 5" | "capital" | "withdrawn";
  requestedPence: number;
  /** Null where the bid is a draft still. */
  submittedOn: string | null;
  /** Without a year: the one of the demo. */
  costs?: readonly { year?: number; revenuePence?: number; capitalPence?: number }[];
  matchPence?: number;
  applicantKind?: ApplicantKind;
  /** Its place in the order of the PCC, and among how many bids. */
  place?: readonly [number, number];
};

export const BREAKERS: readonly Breaker[] = [
  {
    rule: "over_cap",
    title: "Alley gates in Otherton",
    round: "SSF1",
    requestedPence: 560_000_00,
    submittedOn: "2020-03-10",
  },
  {
    rule: "not_yet_open",
    title: "Better locks in Otherton",
    round: "SSF2",
    requestedPence: 100_000_00,
    submittedOn: "2021-01-20",
    matchPence: 20_000_00,
    place: [1, 2],
  },
  {
    rule: "match_short",
    title: "Lighting on the canal path",
    round: "SSF2",
    requestedPence: 100_000_00,
    submittedOn: "2021-03-01",
    matchPence: 12_000_00,
    place: [2, 2],
  },
  {
    rule: "too_many_bids",
    title: "Safer walks home in Otherton",
    round: "SWAN",
    requestedPence: 90_000_00,
    submittedOn: "2021-08-16",
  },
  {
    rule: "too_many_bids",
    title: "Safer taxis in Otherton",
    round: "SWAN",
    requestedPence: 70_000_00,
    submittedOn: "2021-08-17",
  },
  {
    rule: "year_not_paid",
    title: "Cameras in Otherton, with a third year",
    round: "SSF4",
    requestedPence: 90_000_00,
    submittedOn: "2022-05-10",
    costs: [
      { year: 2022, revenuePence: 60_000_00 },
      { year: 2024, revenuePence: 30_000_00 },
    ],
    matchPence: 45_000_00,
  },
  {
    rule: "over_year_cap",
    title: "Safer streets around Otherton station",
    round: "SSF4",
    requestedPence: 560_000_00,
    submittedOn: "2022-05-10",
    costs: [
      { year: 2022, revenuePence: 300_000_00 },
      { year: 2023, revenuePence: 260_000_00 },
    ],
    matchPence: 280_000_00,
  },
  {
    rule: "lead_not_eligible",
    title: "Otherton market square, led by the council",
    round: "Round 5",
    requestedPence: 80_000_00,
    submittedOn: "2023-08-15",
    applicantKind: "local_authority",
  },
  {
    rule: "closed",
    title: "Otherton bus station, sent late",
    round: "Round 5",
    requestedPence: 60_000_00,
    submittedOn: "2023-09-04",
  },
  {
    rule: "too_much_capital",
    title: "Lamps for Otherton park",
    round: "capital",
    requestedPence: 20_000_00,
    submittedOn: "invented",
    costs: [{ revenuePence: 12_000_00, capitalPence: 8_000_00 }],
  },
  {
    rule: "withdrawn",
    title: "Late buses in Otherton",
    round: "withdrawn",
    requestedPence: 15_000_00,
    submittedOn: null,
  },
];

/** Taken back by those who wrote it: it breaks nothing. */
export const WITHDRAWN_BID = {
  title: "Youth workers in Otherton",
  round: "SSF3",
  requestedPence: 40_000_00,
} as const;
