import { recordAudit } from "#app/audit/index.server.ts";
import type { Result } from "#app/core/result.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";

/** Ids of filled records by their id or name in the facts. */
export type Ids = ReadonlyMap<string, number>;

/** @throws Error where the facts point to a record that they do not hold. */
export function idOf(ids: Ids, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The facts do not hold ${key}`);
  return id;
}

/** The id of what the facts name, null where they name nothing or something that is not in the register. */
export function knownId(ids: Ids, key: string | null): number | null {
  return key === null ? null : (ids.get(key) ?? null);
}

/** Writes the audit entry of a record that was filled in, in the transaction that adds it. */
export async function auditFilled(
  trx: Writer,
  context: Context,
  recordType: string,
  recordId: number | string,
  after: unknown,
): Promise<void> {
  await recordAudit(trx, context, { action: `fill demo: add ${recordType}`, recordType, recordId, after });
}

/** The value of a use-case that has no reason to fail here. @throws Error with its messages where it did. */
export function done<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  const messages = Object.entries(result.errors).map(([field, message]) => `${field}: ${message}`);
  throw new Error(`The demo could not be filled. ${messages.join("; ")}`);
}
