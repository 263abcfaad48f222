import { z } from "zod";
import { readFacts } from "#db/seed/read-facts.server.ts";

const text = z.string().nullable().default(null);
const number = z.number().nullable().default(null);

const saferStreetsRound = z.object({
  id: z.string(),
  name: z.string(),
  announced: text,
  opened: z.string(),
  bid_deadline: text,
  decision_expected: text,
  awards_announced: text,
  delivery_start: text,
  delivery_end: z.string(),
  pot_gbp: number,
  pot_history: z
    .array(
      z.object({
        when: z.string(),
        total: z.number(),
        total_note: text,
        per_area: z.union([z.string(), z.number()]).nullable(),
      }),
    )
    .default([]),
  awarded_gbp: number,
  awarded_precision: text,
  awards: number,
  recipients: text,
  eligible_lead: z.array(z.string()),
  max_bids_per_area: number,
  priority_order: text,
  max_bid_gbp: number,
  max_bid_note: text,
  themes: z.array(z.string()),
  fy_caps: z.record(z.string(), z.number()).default({}),
  no_transfer_between_financial_years: z.boolean().default(false),
  match: text,
  competitive: z.boolean().nullable().default(null),
  approved: text,
  grant_agreements: text,
  payment: text,
  change_control: text,
  closed: text,
  sources: z.array(z.string()),
});
export type SaferStreetsRound = z.output<typeof saferStreetsRound>;

const saferStreetsAward = z.object({
  round: z.string(),
  lead: z.string().nullable(),
  area: z.string(),
  amount_gbp: z.number(),
  contains: text,
});
export type SaferStreetsAward = z.output<typeof saferStreetsAward>;

/** What is published about the rounds of the Safer Streets Fund, the earliest first. */
export function readSaferStreetsRounds(): SaferStreetsRound[] {
  return z.object({ rounds: z.array(saferStreetsRound) }).parse(readFacts("safer-streets")).rounds;
}

/** The awards of the fund that were published for Southampton and the area around it. */
export function readSaferStreetsAwards(): SaferStreetsAward[] {
  return z.object({ awards: z.array(saferStreetsAward) }).parse(readFacts("safer-streets")).awards;
}
