import type { MigrationTools } from "./migration.ts";

/** Files that belong to a record. What was added and what was deleted stays written down; only the bytes can go. */
export async function up({ run, columns, guards }: MigrationTools): Promise<void> {
  const { id, integer: int, bytes, tableOptions: end } = columns;
  const owners = ["bid", "award", "round", "claim"];
  await run(
    `create table attachment (
      id ${id}, ${owners.map((owner) => `${owner}_id ${int} references ${owner} (id)`).join(", ")},
      title text not null, file_name text not null check (length(file_name) between 1 and 200),
      kind text not null check (kind in ('pdf', 'docx', 'xlsx', 'odt', 'ods', 'png', 'jpg', 'csv', 'txt', 'eml')),
      size_bytes ${int} not null check (size_bytes between 1 and 10485760),
      sha256 text not null check (length(sha256) = 64),
      added_at text not null, added_by ${int} references person (id),
      check (${owners.map((owner) => `case when ${owner}_id is null then 0 else 1 end`).join(" + ")} = 1)) ${end}`,
    ...owners.map(
      (owner) =>
        `create index attachment_${owner} on attachment (${owner}_id, id) where ${owner}_id is not null`,
    ),
    ...guards.appendOnly("attachment", "id"),
    `create table attachment_deletion (
      attachment_id ${int} primary key references attachment (id), reason text not null,
      deleted_at text not null, deleted_by ${int} references person (id)) ${end}`,
    ...guards.appendOnly("attachment_deletion", "attachment_id"),
    `create table attachment_content (
      attachment_id ${int} primary key references attachment (id), bytes ${bytes} not null,
      check (length(bytes) between 1 and 10485760)) ${end}`,
  );
}
