import type { MigrationTools } from "./migration.ts";

/** From now on the register keeps at which position it knew what was spent and which carry-overs were approved. */
export async function up({ run, columns, guards }: MigrationTools): Promise<void> {
  const { integer: int, tableOptions: end } = columns;
  for (const table of ["spend", "carry_over"]) {
    await run(
      `create table ${table}_known (
        id ${int} not null, seq ${int} not null check (seq >= 0), gone ${int} not null check (gone in (0, 1)),
        primary key (id, seq)) ${end}`,
      // A row is recorded just before its entry in the audit log: none is older than the entry that follows it.
      `insert into ${table}_known (id, seq, gone)
       select kept.id, coalesce((select entry.seq from audit_entry as entry where entry.at >= kept.recorded_at
         order by entry.at, entry.seq limit 1), 0), 0 from ${table} as kept`,
      ...guards.remembers(table, "id", []),
    );
  }
}
