import type { MigrationTools } from "./migration.ts";

/** Who signs a partnership's bids, in which order; and what was signed of a bid, by whom. */
export async function up({ run, columns }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table sign_off_step (
      id ${id}, partnership_id ${int} not null references partnership (id), position ${int} not null check (position > 0),
      title text not null check (length(title) between 1 and 100), ended_at text) ${end}`,
    `create index sign_off_step_partnership on sign_off_step (partnership_id, position) where ended_at is null`,
    `create table sign_off_signer (
      id ${id}, step_id ${int} not null references sign_off_step (id), person_id ${int} not null references person (id),
      part text not null check (part in ('named', 'stand_in')), valid_from text, valid_to text,
      unique (step_id, person_id),
      check ((part = 'stand_in') = (valid_from is not null)), check ((valid_from is null) = (valid_to is null)),
      check (valid_from <= valid_to)) ${end}`,
    `create index sign_off_signer_person on sign_off_signer (person_id)`,

    `create table bid_sign_off (
      id ${id}, bid_id ${int} not null references bid (id), asked_at text not null, asked_by ${int} references person (id),
      content_json text not null, names_json text not null, fingerprint text not null check (length(fingerprint) = 64),
      ended_at text, outcome text check (outcome in ('signed', 'sent_back', 'withdrawn')), reason text,
      check ((ended_at is null) = (outcome is null)), check (outcome <> 'sent_back' or reason is not null)) ${end}`,
    `create index bid_sign_off_bid on bid_sign_off (bid_id, id)`,
    `create unique index bid_sign_off_one_open on bid_sign_off (bid_id) where ended_at is null`,
    // A person signs one step of a bid at most: nobody is their own second pair of eyes.
    `create table bid_signature (
      sign_off_id ${int} not null references bid_sign_off (id), position ${int} not null, title text not null,
      step_id ${int} references sign_off_step (id), signed_by ${int} references person (id), signed_at text,
      stands_in ${int} not null default 0 check (stands_in in (0, 1)),
      primary key (sign_off_id, position), unique (sign_off_id, signed_by),
      check (signed_by is null or signed_at is not null)) ${end}`,
    `create index bid_signature_waiting on bid_signature (step_id) where signed_at is null`,
  );
}
