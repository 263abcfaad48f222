import type { Context } from "#app/platform/context.server.ts";

const AT_ONCE = 1000;

/** Records of which each change keeps, in the audit log, what it moved them from. */
type Logged = "measure" | "reading" | "priority" | "project";
type Before<Row> = { wasThere: boolean; row: Partial<Row> };

/**
 * Records as they were known at a position in the audit log, which holds what each change of one moved it from:
 * none that was recorded later. What was never changed since stands as it is.
 */
export async function rowsAsKnown<Row extends { id: number }>(
  context: Context,
  kind: Logged,
  rows: readonly Row[],
  position: number,
): Promise<Row[]> {
  const before = await beforeOf(context, kind, rows, position);
  return rows.flatMap((row) => {
    const { wasThere = true, row: stood = {} } = before.get(row.id) ?? {};
    return wasThere ? [{ ...row, ...stood }] : [];
  });
}

/** Positions: up to which it is known what a record says of its own days, and up to which all else of it is read. */
export type SaidAt = { known: number; said: number };

/**
 * The records known at one position: their days (`dated`) as they were known there, all else as it was said at an earlier
 * one, or, of a record that came later, as it was said first.
 */
export async function rowsAsSaid<Row extends { id: number }>(
  context: Context,
  kind: Logged,
  rows: readonly Row[],
  { known, said }: SaidAt,
  dated: readonly (keyof Row)[],
): Promise<Row[]> {
  const before = await beforeOf(context, kind, rows, said);
  const today = new Map(rows.map((row) => [row.id, row]));
  return (await rowsAsKnown(context, kind, rows, known)).map((row) => {
    const days = Object.fromEntries(dated.map((column) => [column, row[column]]));
    return { ...row, ...today.get(row.id), ...before.get(row.id)?.row, ...days };
  });
}

/** By its id what a record that was recorded or changed after a position said there, or said first, and whether it was there. */
async function beforeOf<Row extends { id: number }>(
  { db }: Context,
  kind: Logged,
  rows: readonly Row[],
  position: number,
): Promise<Map<number, Before<Row>>> {
  const found = new Map<number, Before<Row> & { isSettled: boolean }>();
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
      const earlier = found.get(id);
      if (earlier?.isSettled) continue;
      const wasThere = earlier === undefined && before_json !== null;
      const row = before_json === null ? {} : (JSON.parse(before_json) as Partial<Row>);
      found.set(id, { wasThere, row, isSettled: before_json !== null });
    }
  }
  return found;
}
