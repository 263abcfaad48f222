import { type Kysely, sql } from "kysely";
import type { DatabaseSchema } from "../schema.ts";
import type { AuditHead } from "./engine.ts";

/** Writes the head of the audit log anew. As text: every use-case waits for it. */
export async function writeAuditHead(
  transaction: Kysely<DatabaseSchema>,
  { seq, at, hash }: AuditHead,
): Promise<void> {
  await sql`update audit_head set seq = ${seq}, at = ${at}, hash = ${hash} where id = 1`.execute(transaction);
}

/** @throws where the audit log has no head. */
export function theOneHead(heads: readonly AuditHead[]): AuditHead {
  if (!heads[0]) throw new Error("The audit log has no head");
  return heads[0];
}
