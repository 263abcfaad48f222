import { sql } from "kysely";
import type { PartialDate } from "#app/core/calendar-date.ts";

/**
 * When a bid is expected to be decided: its own date, or its round's where it has none. For a query that has joined
 * the round as a way to that date alone, by `roundToDecide`: a bid with a date of its own costs no look at its round.
 */
export const EXPECTED_DECISION = sql<PartialDate | null>`coalesce(bid.expected_decision, round.decision_expected)`;

/** On what `EXPECTED_DECISION` joins the round to a bid. */
export const roundToDecide = sql<boolean>`round.id = bid.round_id and bid.expected_decision is null`;
