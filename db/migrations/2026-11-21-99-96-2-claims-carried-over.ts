import type { MigrationTools } from "./migration.ts";

/** What of the lines of claims counts for another year since money that was claimed already was carried over. */
export async function up({ run, columns, guards }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table claim_carried (
      id ${id}, claim_id ${int} not null references claim (id), version_id ${int} not null references award_version (id),
      seq ${int} not null, effective_on text not null,
      financial_year ${int} not null, other_year ${int} not null check (other_year <> financial_year),
      stream text, project_id ${int} references project (id),
      amount_pence ${int} not null check (amount_pence <> 0)) ${end}`,
    `create index claim_carried_claim on claim_carried (claim_id, id)`,
    `create index claim_carried_version on claim_carried (version_id)`,
    ...guards.appendOnly("claim_carried", "id"),
  );
}
