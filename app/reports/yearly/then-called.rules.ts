import type { CrossedReport } from "../crossed/crossed.ts";

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

/** The same figures, their rows called as their records were; what stands behind a name in brackets stays. */
export function called(crossed: CrossedReport, names: CalledThen): CrossedReport {
  const rows = crossed.rows.map((row) => {
    const name = names.get(row.row);
    if (name === undefined || !row.name.startsWith(name.today)) return row;
    return { ...row, name: `${name.before}${row.name.slice(name.today.length)}` };
  });
  return { ...crossed, rows };
}
