import { type MigrationTools, pence } from "./migration.ts";

/** What a funder published, held against the register: the list as it was taken, and what came of it. */
export async function up({ run, columns, guards }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table reconciliation (
      id ${id}, partnership_id ${int} not null references partnership (id),
      funder_id ${int} not null references funder (id), fund_id ${int} references fund (id), title text not null,
      as_at text not null, recipient_words text, list_text text not null,
      list_rows ${int} not null check (list_rows > 0), fingerprint text not null, taken_at text not null,
      taken_by ${int} references person (id), columns_json text, left_out_json text, matched_at text,
      matched_by ${int} references person (id),
      check ((matched_at is null) = (columns_json is null)), check ((matched_at is null) = (left_out_json is null))) ${end}`,
    `create index reconciliation_partnership on reconciliation (partnership_id, id)`,
    `create table reconciliation_item (
      id ${id}, reconciliation_id ${int} not null references reconciliation (id),
      kind text not null check (kind in ('agreed', 'differs', 'ours_only', 'theirs_only')),
      matched_by text check (matched_by in ('reference', 'amount')), award_id ${int} references award (id),
      ${pence("ours_pence", int)}, ours_basis text check (ours_basis in ('exact', 'approximate', 'not_recorded')),
      theirs_pence ${int}, their_rows text, their_reference text, their_recipient text, their_date text,
      check ((award_id is null) = (kind = 'theirs_only')), check ((award_id is null) = (ours_basis is null)),
      check ((their_rows is null) = (kind = 'ours_only')),
      check ((matched_by is null) = (kind in ('ours_only', 'theirs_only'))),
      check (kind <> 'agreed' or (ours_pence is not null and theirs_pence is not null and ours_pence = theirs_pence))) ${end}`,
    `create index reconciliation_item_kind on reconciliation_item (reconciliation_id, kind, id)`,
    ...guards.appendOnly("reconciliation_item", "id"),
    `create table reconciliation_acceptance (
      item_id ${int} primary key references reconciliation_item (id), reason text not null, accepted_at text not null,
      accepted_by ${int} references person (id)) ${end}`,
    ...guards.appendOnly("reconciliation_acceptance", "item_id"),
  );
}
