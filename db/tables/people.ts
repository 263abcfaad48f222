import type { Generated } from "kysely";

/** Somebody who can sign in. `email` is kept in lower case. */
export type PersonTable = {
  id: Generated<number>;
  name: string;
  email: string;
  /** argon2id; null until the person has chosen a password. */
  password_hash: string | null;
  is_administrator: Generated<number>;
  disabled_at: string | null;
  created_at: string;
  version: Generated<number>;
};

/** A person's one role in one partnership. */
export type MembershipTable = {
  person_id: number;
  partnership_id: number;
  role: "reader" | "officer" | "manager" | "finance";
};

/** A signed-in browser. The token itself is never kept, only its SHA-256. */
export type SessionTable = {
  id_hash: string;
  person_id: number;
  created_at: string;
  last_seen_at: string;
};

/** A link that works once: to become the first administrator, or to choose a password. */
export type OneTimeLinkTable = {
  token_hash: string;
  purpose: "first_administrator" | "set_password";
  person_id: number | null;
  expires_at: string;
  used_at: string | null;
};

/**
 * A password that was tried: wrong ones of the last day, and for each account the last right one from each address in
 * the last 30 days. What was typed and where it came from are kept as SHA-256 only.
 */
export type SignInAttemptTable = {
  id: Generated<number>;
  account_hash: string;
  address_hash: string;
  succeeded: number;
  at: string;
};

/** A token with which a spreadsheet reads what its person may read. Only its SHA-256 is kept. */
export type AccessTokenTable = {
  id: Generated<number>;
  person_id: number;
  token_hash: string;
  name: string;
  created_at: string;
  expires_at: string;
  last_used_at: string | null;
  revoked_at: string | null;
};

/** From where a person's calendar program reads their deadlines. The secret is never kept, only its SHA-256. */
export type CalendarAddressTable = {
  id: Generated<number>;
  person_id: number;
  /** What the person calls it: which calendar reads it. */
  name: string;
  token_hash: string;
  created_at: string;
  last_used_at: string | null;
  revoked_at: string | null;
};

/** What is true of this register as a whole: `demo` = '1' where it holds the demo. */
export type SettingTable = { key: string; value: string };

/** A form that has been accepted: the same form sent again, by a second press or a retry, makes no second record. */
export type FormKeyTable = {
  key: string;
  person_id: number;
  at: string;
  /** The showing of the form, as SHA-256; null of forms that were accepted before this was kept. */
  shown: string | null;
};

/** What a person typed into a form and has not sent: kept for them alone. */
export type TypedFormTable = {
  person_id: number;
  /** The address of the form, such as /bids/new. */
  form: string;
  /** The showing of the form into which it was typed, as SHA-256; null where the form was sent and refused. */
  shown: string | null;
  /** The values of the form, by their names in the HTML. */
  typed_json: string;
  typed_at: string;
};
