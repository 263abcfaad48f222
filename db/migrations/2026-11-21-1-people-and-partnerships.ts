import { type MigrationTools, source } from "./migration.ts";

export async function up({ run, columns, guards }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table setting (key text primary key, value text not null) ${end}`,

    `create table audit_entry (
      seq ${int} primary key, at text not null,
      actor_kind text not null check (actor_kind in ('person', 'operator', 'system')), actor_id ${int},
      action text not null, record_type text not null, record_id text not null,
      before_json text, after_json text, previous_hash text not null, hash text not null) ${end}`,
    `create index audit_entry_at on audit_entry (at)`,
    `create index audit_entry_record on audit_entry (record_type, record_id)`,
    `create table audit_head (id ${int} primary key check (id = 1), seq ${int} not null, at text not null, hash text not null) ${end}`,
    `insert into audit_head (id, seq, at, hash) values (1, 0, '', '')`,
    ...guards.appendOnly("audit_entry", "seq"),

    `create table source_document (
      id ${id}, code text not null unique, title text not null, body text, meeting_date text, report_date text, note text) ${end}`,

    `create table local_authority (code text primary key, name text not null) ${end}`,
    `create table official_partnership (
      code text primary key, name text not null, police_area_code text not null, police_area_name text not null) ${end}`,
    `create table official_partnership_authority (
      official_code text not null references official_partnership (code),
      local_authority_code text not null references local_authority (code),
      primary key (official_code, local_authority_code)) ${end}`,

    `create table partnership (
      id ${id}, name text not null unique,
      kind text not null check (kind in ('district', 'unitary', 'county', 'county_strategy_group')),
      official_code text unique references official_partnership (code), police_area text,
      parent_id ${int} references partnership (id), valid_from text, valid_to text,
      successor_id ${int} references partnership (id), funding_position text,
      is_invented ${int} not null default 0 check (is_invented in (0, 1)),
      version ${int} not null default 1, ${source(int)}) ${end}`,
    `create table partnership_authority (
      partnership_id ${int} not null references partnership (id),
      local_authority_code text not null references local_authority (code),
      primary key (partnership_id, local_authority_code)) ${end}`,
    `create table organisation (id ${id}, name text not null unique) ${end}`,
    `create table member_organisation (
      id ${id}, partnership_id ${int} not null references partnership (id),
      organisation_id ${int} not null references organisation (id),
      role text not null check (role in ('responsible_authority', 'other')), role_detail text,
      ${source(int)}, unique (partnership_id, organisation_id)) ${end}`,

    `create table person (
      id ${id}, name text not null, email text not null unique check (email = lower(email)), password_hash text,
      is_administrator ${int} not null default 0 check (is_administrator in (0, 1)),
      disabled_at text, created_at text not null) ${end}`,
    `create table membership (
      person_id ${int} not null references person (id), partnership_id ${int} not null references partnership (id),
      role text not null check (role in ('reader', 'officer', 'manager', 'finance')),
      primary key (person_id, partnership_id)) ${end}`,
    `create table session (
      id_hash text primary key, person_id ${int} not null references person (id),
      created_at text not null, last_seen_at text not null) ${end}`,
    `create index session_person on session (person_id)`,
    `create table form_key (
      key text primary key, person_id ${int} not null references person (id), at text not null) ${end}`,
    `create table sign_in_attempt (
      id ${id}, account_hash text not null, address_hash text not null,
      succeeded ${int} not null check (succeeded in (0, 1)), at text not null) ${end}`,
    `create index sign_in_attempt_account on sign_in_attempt (account_hash, at)`,
    `create index sign_in_attempt_address on sign_in_attempt (address_hash, at)`,
    `create index sign_in_attempt_at on sign_in_attempt (at)`,
    `create table one_time_link (
      token_hash text primary key, purpose text not null check (purpose in ('first_administrator', 'set_password')),
      person_id ${int} references person (id), expires_at text not null, used_at text) ${end}`,
  );
}
