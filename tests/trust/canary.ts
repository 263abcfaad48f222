import type { Database } from "#db/open.server.ts";
import type { DatabaseSchema } from "#db/schema.ts";

/** What stands in the records of the foreign partnership and nowhere else. */
export const CANARY = "KANARIE";
const CANARY_DAY = "2091-07-19";
/** Six sevens, however the thousands are separated. */
export const CANARY_PENCE = 777_777_107;
const CANARY_NUMBER = 777_777.1;

/** What nobody's answer may ever hold: the hash of a password. */
const PASSWORD_HASH = /\$argon2/;
const SIGNS = [/kanarie/i, /2091-07/, /July 2091/, /(?<!\d)(7,?){6}/, PASSWORD_HASH];

/** The canaries in a text, with what stands around them; none where there are none. */
export function canariesIn(text: string): string[] {
  return SIGNS.flatMap((sign) => {
    const found = sign.exec(text);
    return found ? [text.slice(Math.max(0, found.index - 60), found.index + 60)] : [];
  });
}

type Column = { name: string; type: string; generated: boolean };

/** The columns of every table, as the database itself tells of them. */
export async function readColumns(db: Database): Promise<Map<string, Column[]>> {
  const tables = await db.read.introspection.getTables();
  return new Map(
    tables.map(({ name, columns }) => [
      name,
      columns.map((column) => ({
        name: column.name,
        type: column.dataType.toLowerCase(),
        generated: column.isAutoIncrementing || (column.hasDefaultValue && column.name === "id"),
      })),
    ]),
  );
}

const DAY = /(_on|_from|_to|_by|_decision)$/;

/** The row as given, and a canary in each of its other columns that can hold one: text, pence, measured numbers. */
export function withCanaries<Table extends keyof DatabaseSchema>(
  columns: Map<string, Column[]>,
  table: Table,
  given: Record<string, unknown>,
  mark = "",
): Record<string, unknown> {
  const row = { ...given };
  for (const { name, type } of columns.get(table) ?? []) {
    if (name in row) continue;
    if (type === "text") row[name] = textCanary(table, name, mark);
    else if (name.endsWith("_pence")) row[name] = CANARY_PENCE;
    else if (type === "real" || type === "float8" || type === "double precision") row[name] = CANARY_NUMBER;
  }
  return row;
}

function textCanary(table: string, column: string, mark: string): string {
  if (column.endsWith("_at")) return `${CANARY_DAY}T09:00:00.000Z`;
  if (DAY.test(column)) return CANARY_DAY;
  return `${CANARY} ${table} ${column}${mark}`;
}
