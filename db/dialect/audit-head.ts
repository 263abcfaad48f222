import { type Insertable, type Kysely, type RawBuilder, sql } from "kysely";
import type { DatabaseSchema } from "../schema.ts";
import type { AuditHead, Engine } from "./engine.ts";

type Entry = Insertable<DatabaseSchema["audit_entry"]>;

/** @throws where the audit log has no head. */
export function theOneHead(heads: readonly AuditHead[]): AuditHead {
  if (!heads[0]) throw new Error("The audit log has no head");
  return heads[0];
}

/** Adds entries and moves the head in two steps, for an engine that is not a journey away. */
export function appendInTwo(insertRows: Engine["insertRows"]): Engine["appendToAudit"] {
  return async (transaction, entries) => {
    await insertRows(transaction, "audit_entry", entries);
    await movedTo(lastOf(entries)).execute(transaction);
  };
}

/** The same with the last entry and the head in one journey: whoever writes next waits for it. */
export function appendInOne(insertRows: Engine["insertRows"]): Engine["appendToAudit"] {
  return async (transaction, entries) => {
    const last = lastOf(entries);
    await insertRows(transaction, "audit_entry", entries.slice(0, -1));
    const columns = sql.join(Object.keys(last).map((column) => sql.ref(column)));
    await sql`with entry as (insert into audit_entry (${columns}) values (${sql.join(Object.values(last))}))
      ${movedTo(last)}`.execute(transaction);
  };
}

export function lastOf(entries: readonly Entry[]): Entry {
  const last = entries.at(-1);
  if (!last) throw new Error("There is no entry to add to the audit log");
  return last;
}

/** As text: every use-case waits for it. */
function movedTo({ seq, at, hash }: Entry): RawBuilder<unknown> {
  return sql`update audit_head set seq = ${seq}, at = ${at}, hash = ${hash} where id = 1`;
}
