import type { MigrationTools } from "./migration.ts";

/** What waits, what ends and which awards have money of a year are asked of indexes. */
export async function up({ run }: MigrationTools): Promise<void> {
  await run(
    `create index award_delivery_to on award (delivery_to) where delivery_to is not null`,
    `create index award_terms_offered on award_terms (award_id) where offered_on is not null and accepted_on is null`,
    `create index award_agreement_unsigned on award_agreement (award_id) where signed_on is null`,
    `create index claim_open on claim (status, id) where status not in ('paid', 'withdrawn')`,
    `create index allocation_line_year on allocation_line (financial_year, award_id)`,
  );
}
