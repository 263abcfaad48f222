import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { DatabaseSchema } from "#db/schema.ts";

/** Records that change, with what is kept of each state of one beside its key. */
export const CHANGING = {
  award_condition: ["award_id", "text", "due_on", "met_on", "waived_because", "saved_at"],
  award_return: ["award_id", "due_on", "submitted_on", "waived_because", "saved_at"],
  award_agreement: ["award_id", "financial_year", "signed_on"],
  award_terms: [
    "offered_on",
    "accepted_on",
    "decision_url",
    "no_transfer",
    "capital_only",
    "match_basis_points",
  ],
  award_closure: ["award_id", "closed_on", "reopened_on"],
  bid_cost: ["amount_pence"],
  bid_match: ["form", "amount_pence"],
  bid_umbrella_member: ["umbrella_id"],
  award_hold: ["award_id", "held_from", "lifted_on"],
  claim: ["award_id", "status", "claimed_pence", "received_pence", "submitted_on", "recorded_at"],
  claim_due: ["award_id", "due_on", "claim_id"],
  onward_grant: [
    ...["award_id", "recipient", "charity_number", "company_number", "purpose", "agreed_on"],
    ...["runs_from", "runs_to", "amount_pence", "cancelled_on"],
  ],
} as const satisfies Partial<Record<keyof DatabaseSchema, readonly string[]>>;

/** Records that never change: kept is when each came. */
export const NEVER_CHANGED = [
  "award_extension",
  "claim_event",
  "claim_receipt",
  "repayment",
  "onward_payment",
  "spend",
  "carry_over",
  "bid_requested_before",
] as const satisfies readonly (keyof DatabaseSchema)[];

export type KnownTable = keyof typeof CHANGING | (typeof NEVER_CHANGED)[number];

/** The columns by which a record is known. */
export function keysOfKnown(table: KnownTable): readonly [string, ...string[]] {
  if (table === "bid_match") return ["bid_id", "position"];
  if (table === "bid_cost") return ["bid_id", "financial_year", "stream"];
  if (table === "bid_umbrella_member") return ["bid_id"];
  return table === "award_terms" ? ["award_id"] : ["id"];
}

/** True of one record in both. @param one, @param other the names that they go by in the query. */
export function isSameRecord(table: KnownTable, one: string, other: string): RawBuilder<SqlBool> {
  const same = keysOfKnown(table).map(
    (key) => sql`${sql.ref(`${one}.${key}`)} = ${sql.ref(`${other}.${key}`)}`,
  );
  return sql<SqlBool>`${sql.join(same, sql` and `)}`;
}

/**
 * A table as it was known at a position in the audit log, to stand where its name stands in a query; null is now. Of one
 * that changes it has the columns of its `_known` alone.
 * @param alias the name it goes by in the query.
 */
export function asKnown(
  table: KnownTable,
  position: number | null,
  alias: string = table,
): RawBuilder<unknown> {
  return sql`${rowsKnown(table, position)} as ${sql.ref(alias)}`;
}

/** The same for a query that is built: its rows, to be named by `as`. */
export function rowsKnown<Row>(table: KnownTable, position: number | null): RawBuilder<Row> {
  if (position === null) return sql<Row>`${sql.table(table)}`;
  const known = sql.table(`${table}_known`);
  if (NEVER_CHANGED.some((each) => each === table)) {
    return sql<Row>`(select recorded.* from ${sql.table(table)} as recorded where exists (select 1 from ${known} as entry
      where entry.id = recorded.id and entry.seq <= ${position}))`;
  }
  const later = sql`select 1 from ${known} as later where ${isSameRecord(table, "later", "kept")} and later.seq > kept.seq
    and later.seq <= ${position}`;
  return sql<Row>`(select kept.* from ${known} as kept where kept.gone = 0 and kept.seq <= ${position}
    and not exists (${later}))`;
}
