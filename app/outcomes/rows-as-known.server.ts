import type { Context } from "#app/platform/context.server.ts";

const AT_ONCE = 1000;

/**
 * Measures or readings as they were known at a position in the audit log, which holds what each change of one moved it from:
 * none that was recorded later. What was never changed since stands as it is.
 */
export async function rowsAsKnown<Row extends { id: number }>(
  { db }: Context,
  kind: "measure" | "reading",
  rows: readonly Row[],
  position: number,
): Promise<Row[]> {
  const firstChange = new Map<number, Partial<Row> | null>();
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const entries = await db.read
      .selectFrom("audit_entry")
      .select(["record_id", "before_json"])
      .where("record_type", "=", kind)
      .where(
        "record_id",
        "in",
        rows.slice(start, start + AT_ONCE).map(({ id }) => String(id)),
      )
      .where("seq", ">", position)
      .orderBy("seq")
      .execute();
    for (const { record_id, before_json } of entries) {
      const id = Number(record_id);
      if (firstChange.has(id)) continue;
      firstChange.set(id, before_json === null ? null : (JSON.parse(before_json) as Partial<Row>));
    }
  }
  return rows.flatMap((row) => {
    const before = firstChange.get(row.id);
    return before === null ? [] : [{ ...row, ...before }];
  });
}
