/** Something that somebody else did to a record that the actor may read. */
export type Change = {
  /** Its place in the audit, by which pages follow each other. */
  seq: number;
  /** ISO UTC. */
  at: string;
  /** "submit bid". */
  action: string;
  /** Null where it was no person: a command on the server. */
  by: string | null;
  href: string;
  caption: string;
};

/** Of which records: those that the actor owns, helps with or watches, or all of their partnerships. */
export type OfWhich = "mine" | "all";

/** What somebody did to a record so many times in a row; the rest is said of the last time. */
export type ChangeInARow = Change & { times: number };

/** Joins what one person did again and again to one record with nothing between, as saving a draft section by section. */
export function joinRows(changes: readonly Change[]): ChangeInARow[] {
  const rows: ChangeInARow[] = [];
  for (const change of changes) {
    const last = rows.at(-1);
    const isSame = last?.href === change.href && last.action === change.action && last.by === change.by;
    if (last && isSame) last.times += 1;
    else rows.push({ ...change, times: 1 });
  }
  return rows;
}
