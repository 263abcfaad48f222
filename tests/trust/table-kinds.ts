import type { DatabaseSchema } from "#db/schema.ts";

type Table = keyof DatabaseSchema;

/**
 * Whose the rows of a table are. Owned: of a partnership, and nobody else's; the tests fill every text of the foreign
 * partnership's rows with a canary. Shared: facts that any signed-in person with a role reads. People: administrators
 * alone. Secret: nobody, not even administrators. A table that is not here does not compile.
 */
export const TABLE_KINDS: Record<Table, "owned" | "shared" | "people" | "secret"> = {
  project: "owned",
  project_strand: "owned",
  bid: "owned",
  bid_partnership: "owned",
  bid_priority: "owned",
  bid_project: "owned",
  bid_event: "owned",
  sign_off_step: "owned",
  sign_off_signer: "owned",
  bid_sign_off: "owned",
  bid_signature: "owned",
  award: "owned",
  award_partnership: "owned",
  award_strand: "owned",
  award_draft: "owned",
  award_version: "owned",
  version_may_include: "owned",
  allocation_line: "owned",
  posting: "owned",
  summary_partnership: "owned",
  summary_fund: "owned",
  measure: "owned",
  reading: "owned",
  audit_entry: "owned",
  round_not_bid: "owned",
  published_report: "owned",
  published_report_withdrawal: "owned",

  setting: "shared",
  source_document: "shared",
  local_authority: "shared",
  official_partnership: "shared",
  official_partnership_authority: "shared",
  partnership: "shared",
  partnership_authority: "shared",
  organisation: "shared",
  member_organisation: "shared",
  theme: "shared",
  priority: "shared",
  priority_theme: "shared",
  funder: "shared",
  fund: "shared",
  round: "shared",
  round_applicant: "shared",
  round_year: "shared",
  round_theme: "shared",
  round_deadline_change: "shared",
  reference_counter: "shared",

  person: "people",
  membership: "people",

  session: "secret",
  one_time_link: "secret",
  sign_in_attempt: "secret",
  form_key: "secret",
  audit_head: "secret",
};

/** Texts that are one of a few words, a day by which the database computes, or a hash: they cannot hold a canary. */
export const CODED_TEXTS: Partial<Record<Table, readonly string[]>> = {
  bid: ["status", "requested_basis"],
  bid_partnership: ["part"],
  bid_event: ["action", "from_status", "to_status"],
  sign_off_signer: ["part"],
  bid_sign_off: ["fingerprint", "outcome"],
  award_partnership: ["part"],
  award_version: ["kind", "effective_on", "effective_basis", "amount_basis", "created_at", "sealed_at"],
  allocation_line: ["stream", "inside_stream"],
  posting: ["effective_on", "stream"],
  summary_partnership: ["stream"],
  measure: ["better"],
  reading: ["kind"],
  published_report: ["grouped_by", "as_at", "known_at", "fingerprint", "public_name"],
  audit_entry: ["at", "actor_kind", "previous_hash", "hash"],
};
