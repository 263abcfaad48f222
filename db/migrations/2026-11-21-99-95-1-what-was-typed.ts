import type { MigrationTools } from "./migration.ts";

/** What somebody typed into a section of a bid that could not be saved, kept for them alone until it can. */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  const { integer: int, tableOptions: end } = columns;
  const sections = `'organisations', 'area', 'need', 'costs', 'match', 'outcomes', 'risks', 'exit_plan', 'people'`;
  await run(
    `create table bid_section_typed (
      bid_id ${int} not null references bid (id), section text not null check (section in (${sections})),
      person_id ${int} not null references person (id), typed_json text not null, typed_at text not null,
      primary key (bid_id, section, person_id)) ${end}`,
    `create index bid_section_typed_person on bid_section_typed (person_id)`,
  );
}
