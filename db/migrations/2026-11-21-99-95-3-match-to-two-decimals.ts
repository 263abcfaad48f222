import type { MigrationTools } from "./migration.ts";

/**
 * A percentage of match funding may have two decimals: it is kept in hundredths of a per cent, 1250 for 12.5%, in one
 * column in place of the one of whole per cents. What was known of it before is known by that too.
 */
export async function up({ run, columns, guards }: MigrationTools): Promise<void> {
  const { integer: int } = columns;
  const basisPoints = (table: string, old: string, most: number) => [
    `alter table ${table} add column match_basis_points ${int} check (match_basis_points between 0 and ${most})`,
    `update ${table} set match_basis_points = ${old} * 100 where ${old} is not null`,
    `alter table ${table} drop column ${old}`,
  ];
  await run(
    ...basisPoints("round", "match_percent", 100_000),
    ...guards.remembersNoMore("award_terms"),
    ...basisPoints("award_terms", "match_percentage", 10_000),
    ...basisPoints("award_terms_known", "match_percentage", 10_000),
    ...guards.remembers("award_terms", "award_id", [
      ...["offered_on", "accepted_on", "decision_url", "no_transfer", "capital_only", "match_basis_points"],
    ]),
  );
}
