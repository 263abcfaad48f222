import type { CrossedReport } from "./crossed/crossed.ts";

type Named = { id: number; name: string };

export function titled({ id, title }: { id: number; title: string }): Named {
  return { id, name: title };
}

/** What records that are called otherwise today were called, by their keys in a report and their names of today. */
export type CalledThen = ReadonlyMap<string, { today: string; before: string }>;

export function namesBetween(today: readonly Named[], then: readonly Named[]): CalledThen {
  const names = new Map(then.map(({ id, name }) => [id, name]));
  return new Map(
    today.flatMap(({ id, name }) => {
      const stood = names.get(id) ?? name;
      return stood === name ? [] : [[String(id), { today: name, before: stood }] as const];
    }),
  );
}

/** The same figures, their rows and columns called as their records were; what stands behind a name in brackets stays. */
export function called(
  crossed: CrossedReport,
  ofRows: CalledThen,
  ofColumns: CalledThen = new Map(),
): CrossedReport {
  const rows = crossed.rows.map((row) => ({ ...row, name: calledThen(row.name, ofRows.get(row.row)) }));
  const columns = crossed.columns.map((column) => ({
    ...column,
    name: calledThen(column.name, ofColumns.get(column.column)),
  }));
  return { ...crossed, rows, columns };
}

function calledThen(name: string, then: { today: string; before: string } | undefined): string {
  if (then === undefined || !name.startsWith(then.today)) return name;
  return `${then.before}${name.slice(then.today.length)}`;
}
