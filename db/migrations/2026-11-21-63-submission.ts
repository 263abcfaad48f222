import type { MigrationTools } from "./migration.ts";

/** How a bid was sent and what was sent; what the funder asked about it, said of it, and what followed from that. */
export async function up({ run, columns, guards }: MigrationTools): Promise<void> {
  const { id, integer: int, tableOptions: end } = columns;
  await run(
    `create table bid_submission (
      id ${id}, bid_id ${int} not null references bid (id), submitted_on text not null, submitted_time text,
      sent_by text, channel text check (channel in ('portal', 'email', 'post')), funder_reference text,
      round_closed_at text, recorded_at text not null, recorded_by ${int} references person (id),
      corrects_id ${int} unique references bid_submission (id), correction_reason text,
      content_json text, names_json text, fingerprint text,
      check ((corrects_id is null) or (correction_reason is not null)),
      check ((content_json is null) = (fingerprint is null)), check ((content_json is null) = (names_json is null))) ${end}`,
    `create index bid_submission_bid on bid_submission (bid_id, id)`,
    ...guards.appendOnly("bid_submission", "id"),

    `create table bid_clarification (
      id ${id}, bid_id ${int} not null references bid (id), question text not null, asked_on text not null, due_on text,
      answer text, answered_on text, answered_by ${int} references person (id),
      recorded_at text not null, recorded_by ${int} references person (id),
      check (answer is null or answered_on is not null)) ${end}`,
    `create index bid_clarification_bid on bid_clarification (bid_id, id)`,
    `create index bid_clarification_open on bid_clarification (due_on, bid_id) where answered_on is null`,

    `create table bid_feedback (
      bid_id ${int} primary key references bid (id), ranked ${int} check (ranked > 0), ranked_of ${int},
      ranked_on text, feedback text, lessons text, version ${int} not null check (version > 0), saved_at text not null,
      saved_by ${int} references person (id), check (ranked_of >= ranked)) ${end}`,
    `create table bid_resubmission (
      bid_id ${int} primary key references bid (id), earlier_bid_id ${int} not null references bid (id),
      check (bid_id <> earlier_bid_id)) ${end}`,
    `create index bid_resubmission_earlier on bid_resubmission (earlier_bid_id)`,
    // Each bid stands inside one other at most: its money is not counted in both.
    `create table bid_umbrella_member (
      bid_id ${int} primary key references bid (id), umbrella_id ${int} not null references bid (id),
      check (bid_id <> umbrella_id)) ${end}`,
    `create index bid_umbrella_member_umbrella on bid_umbrella_member (umbrella_id)`,
  );
}
