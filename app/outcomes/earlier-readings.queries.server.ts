import { ukDayOf } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import { earlierWords, type KeptReading } from "./earlier-readings.rules.ts";

/**
 * What stood in readings before they were changed, by their ids, the latest change first: who changed it, when and why, from the
 * audit log. Call with readings in scope.
 */
export async function earlierReadings(
  { db }: Context,
  readingIds: readonly number[],
): Promise<Record<number, string[]>> {
  if (readingIds.length === 0) return {};
  const entries = await db.read
    .selectFrom("audit_entry as entry")
    .leftJoin("person", "person.id", "entry.actor_id")
    .select(["entry.record_id", "entry.at", "entry.before_json", "entry.after_json", "person.name as by"])
    .where("entry.record_type", "=", "reading")
    .where("entry.record_id", "in", readingIds.map(String))
    .where("entry.before_json", "is not", null)
    .where("entry.after_json", "is not", null)
    .orderBy("entry.seq", "desc")
    .execute();
  const earlier: Record<number, string[]> = {};
  for (const { record_id, at, before_json, after_json, by } of entries) {
    const before = JSON.parse(before_json ?? "") as KeptReading;
    const after = JSON.parse(after_json ?? "") as KeptReading;
    const words = earlierWords({ before, after, on: ukDayOf(at), by });
    const id = Number(record_id);
    earlier[id] = [...(earlier[id] ?? []), words];
  }
  return earlier;
}
