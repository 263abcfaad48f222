import { type RawBuilder, sql } from "kysely";
import type { Context } from "#app/platform/context.server.ts";
import { isBidInScope } from "../bid-scope.server.ts";
import { type AgreedException, ROUND_RULES } from "./round-check.ts";

/**
 * True of what was agreed before sign-off of a bid was asked for, or before the bid was sent, as long as the bid is not a draft
 * again: it is part of what was signed, or what the bid was sent by.
 */
export function isKeptWithBid(): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from bid as held inner join bid_event on bid_event.bid_id = held.id
    where held.id = bid_agreed_exception.bid_id and held.status <> 'draft'
      and bid_event.action in ('ask_for_sign_off', 'sign_off', 'submit')
      and bid_event.at >= bid_agreed_exception.recorded_at)`;
}

/** What the funder agreed to for a bid, in the order of the rules; what was taken back is left out. */
export async function listAgreedExceptions(context: Context, bidId: number): Promise<AgreedException[]> {
  const rows = await context.db.read
    .selectFrom("bid_agreed_exception")
    .innerJoin("bid", "bid.id", "bid_agreed_exception.bid_id")
    .leftJoin("person", "person.id", "bid_agreed_exception.person_id")
    .selectAll("bid_agreed_exception")
    .select("person.name as person_name")
    .select(isKeptWithBid().as("is_kept"))
    .where("bid.id", "=", bidId)
    .where("bid_agreed_exception.taken_back_at", "is", null)
    .where(isBidInScope(context.scope))
    .execute();
  return ROUND_RULES.flatMap((rule) =>
    rows
      .filter((row) => row.rule === rule)
      .map((row) => ({
        id: row.id,
        rule,
        reason: row.reason,
        agreedBy: row.agreed_by,
        agreedOn: row.agreed_on,
        personName: row.person_name,
        recordedAt: row.recorded_at,
        mayBeTakenBack: !row.is_kept,
      })),
  );
}
