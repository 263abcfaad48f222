import type { Context } from "#app/platform/context.server.ts";

/** When each of these records was last changed, by the audit log: ISO instants, by their numbers. */
export async function lastTouched(
  { db }: Context,
  kind: "bid" | "award",
  ids: readonly number[],
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.read
    .selectFrom("audit_entry")
    .select((e) => ["record_id", e.fn.max("at").as("at")])
    .where("record_type", "=", kind)
    .where("record_id", "in", ids.map(String))
    .groupBy("record_id")
    .execute();
  return new Map(rows.map((row) => [Number(row.record_id), row.at]));
}
