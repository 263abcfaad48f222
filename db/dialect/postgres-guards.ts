import { besideName, COUNTED_OF_BIDS } from "./counted-of-bids.ts";
import type { Guards } from "./engine.ts";

/** A trigger function that refuses with a message, and the triggers that call it. */
function refuse(name: string, when: string, table: string, condition: string, message: string): string[] {
  return [
    `create function ${name}() returns trigger language plpgsql as $$ begin
       if ${condition || "true"} then raise exception '${message}' using errcode = 'check_violation'; end if;
       if tg_op = 'DELETE' then return old; end if;
       return new;
     end $$`,
    `create trigger ${name} before ${when} on ${table} for each row execute function ${name}()`,
  ];
}

/** TRUNCATE passes row triggers. */
function refuseTruncate(table: string): string[] {
  return [
    `create function ${table}_no_truncate() returns trigger language plpgsql as $$ begin
       raise exception '${table}: rows are never deleted' using errcode = 'check_violation';
     end $$`,
    `create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function ${table}_no_truncate()`,
  ];
}

const sealed = (row: "new" | "old") =>
  `(select v.sealed_at from award_version v where v.id = ${row}.version_id) is not null`;

const sealedAward = (row: "new" | "old") =>
  `exists (select 1 from award_version v where v.award_id = ${row}.award_id and v.sealed_at is not null)`;

function recount(row: "new" | "old", sign: "+" | "-"): string {
  return `update award_version
    set lines_pence = lines_pence ${sign} coalesce(${row}.amount_pence, 0), line_count = line_count ${sign} 1
    where id = ${row}.version_id;`;
}

function addTo(summary: string, keys: string, values: string): string {
  return `insert into ${summary} as s (${keys}, gross_pence, passed_on_pence, not_recorded, approximate_pence)
    values (${values}, new.gross_pence, new.passed_on_pence, new.not_recorded, new.approximate_pence)
    on conflict (${keys}) do update set
      gross_pence = s.gross_pence + excluded.gross_pence,
      passed_on_pence = s.passed_on_pence + excluded.passed_on_pence,
      not_recorded = s.not_recorded + excluded.not_recorded,
      approximate_pence = s.approximate_pence + excluded.approximate_pence;`;
}

/** Columns of a bid beside each of its partnerships, there named `bid_…`. */
function besidePartnerships(columns: readonly string[]): string[] {
  return [
    // Of a bid that is being changed at the same time what it says afterwards: the lock waits for it.
    `create function bid_partnership_counted() returns trigger language plpgsql as $$ begin
      select ${columns.join(", ")} into ${columns.map((column) => `new.${besideName(column)}`).join(", ")}
        from bid where id = new.bid_id for share;
      return new;
    end $$`,
    `create trigger bid_partnership_counted before insert on bid_partnership
      for each row execute function bid_partnership_counted()`,
    `create function bid_counted_with_partnerships() returns trigger language plpgsql as $$ begin
      update bid_partnership set ${columns.map((column) => `${besideName(column)} = new.${column}`).join(", ")}
      where bid_id = new.id;
      return null;
    end $$`,
    `create trigger bid_counted_with_partnerships after update of ${columns.join(", ")} on bid
      for each row execute function bid_counted_with_partnerships()`,
  ];
}

export const postgresGuards: Guards = {
  appendOnly: (table) => [
    ...refuse(`${table}_no_update`, "update", table, "", `${table}: rows are never changed`),
    ...refuse(`${table}_no_delete`, "delete", table, "", `${table}: rows are never deleted`),
    ...refuseTruncate(table),
  ],

  ledger: () => [
    ...refuse(
      "award_version_sealed_update",
      "update",
      "award_version",
      "old.sealed_at is not null",
      "award_version: a sealed version never changes",
    ),
    ...refuse(
      "award_version_sealed_delete",
      "delete",
      "award_version",
      "old.sealed_at is not null",
      "award_version: a sealed version is never deleted",
    ),
    ...refuseTruncate("award_version"),
    ...refuse(
      "award_version_starts_open",
      "insert",
      "award_version",
      "new.sealed_at is not null or new.lines_pence <> 0 or new.line_count <> 0",
      "award_version: a version starts open and without lines",
    ),
    // Only the counting trigger below may write the sums: it runs one trigger deep.
    ...refuse(
      "award_version_sums_by_hand",
      "update of lines_pence, line_count",
      "award_version",
      "pg_trigger_depth() < 2 and (new.lines_pence <> old.lines_pence or new.line_count <> old.line_count)",
      "award_version: the sum of the lines is kept by the database",
    ),
    ...refuse(
      "award_version_seal_adds_up",
      "update of sealed_at",
      "award_version",
      `new.sealed_at is not null and (
        new.lines_pence <> (select coalesce(sum(l.amount_pence), 0) from allocation_line l where l.version_id = new.id)
        or new.line_count <> (select count(*) from allocation_line l where l.version_id = new.id))`,
      "award_version: the lines do not add up to the amount",
    ),
    ...refuse(
      "allocation_line_sealed_insert",
      "insert",
      "allocation_line",
      sealed("new"),
      "allocation_line: the version is sealed",
    ),
    ...refuse(
      "allocation_line_sealed_update",
      "update",
      "allocation_line",
      `${sealed("old")} or ${sealed("new")}`,
      "allocation_line: the version is sealed",
    ),
    ...refuse(
      "allocation_line_sealed_delete",
      "delete",
      "allocation_line",
      sealed("old"),
      "allocation_line: the version is sealed",
    ),
    ...refuseTruncate("allocation_line"),
    `create function allocation_line_count() returns trigger language plpgsql as $$ begin
       if tg_op <> 'INSERT' then ${recount("old", "-")} end if;
       if tg_op <> 'DELETE' then ${recount("new", "+")} end if;
       return null;
     end $$`,
    `create trigger allocation_line_count after insert or delete or update of amount_pence, version_id on allocation_line
       for each row execute function allocation_line_count()`,
    ...(["insert", "update", "delete"] as const).flatMap((verb) =>
      refuse(
        `award_partnership_fixed_${verb}`,
        verb,
        "award_partnership",
        sealedAward(verb === "insert" ? "new" : "old"),
        "award_partnership: fixed once a version is sealed",
      ),
    ),
    ...refuseTruncate("award_partnership"),
    ...(["insert", "update", "delete"] as const).flatMap((verb) =>
      refuse(
        `version_may_include_sealed_${verb}`,
        verb,
        "version_may_include",
        sealed(verb === "insert" ? "new" : "old"),
        "version_may_include: the version is sealed",
      ),
    ),
  ],

  summaries: () => [
    `create function posting_summaries() returns trigger language plpgsql as $$ begin
      ${addTo(
        "summary_partnership",
        "partnership_id, unsplit_award_id, financial_year, stream",
        "coalesce(new.partnership_id, 0), case when new.partnership_id is null then new.award_id else 0 end, coalesce(new.financial_year, 0), coalesce(new.stream, '')",
      )}
      ${addTo("summary_fund", "fund_id, funder_id, financial_year", "coalesce(new.fund_id, 0), coalesce(new.funder_id, 0), coalesce(new.financial_year, 0)")}
      return null;
    end $$`,
    `create trigger posting_summaries after insert on posting for each row execute function posting_summaries()`,
  ],

  claimsWithoutAmount: ({ added, checks }) => [
    "alter table claim alter column claimed_pence drop not null",
    // The rule has no name of its own.
    `do $$ declare rule text; begin
       select conname into strict rule from pg_constraint
       where conrelid = 'claim'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%signed_at IS NOT NULL%';
       execute format('alter table claim drop constraint %I', rule);
     end $$`,
    ...added.map((column) => `alter table claim add column ${column}`),
    ...checks.map((rule) => `alter table claim add ${rule}`),
  ],

  remembers: (table, key, columns) => {
    const keys = [key].flat();
    const keep = (row: "new" | "old", gone: 0 | 1) =>
      `insert into ${table}_known (${[...keys, "seq", "gone", ...columns].join(", ")})
       values (${[...keys.map((each) => `${row}.${each}`), "next", gone, ...columns.map((each) => `${row}.${each}`)].join(", ")})
       on conflict (${keys.join(", ")}, seq) do update set ${["gone", ...columns].map((each) => `${each} = excluded.${each}`).join(", ")};`;
    const past = "old.seq <= (select seq from audit_head where id = 1)";
    const kept = `${table}_known: what was known is never changed`;
    const verbs = ["insert", "delete", ...(columns.length > 0 ? [`update of ${columns.join(", ")}`] : [])];
    return [
      // The head is locked: whoever commits first has the earlier position, in what was known as in the ledger.
      `create function ${table}_known() returns trigger language plpgsql as $$ declare next bigint; begin
         select seq + 1 into strict next from audit_head where id = 1 for update;
         if tg_op = 'DELETE' then ${keep("old", 1)} else ${keep("new", 0)} end if;
         return null;
       end $$`,
      `create trigger ${table}_known after ${verbs.join(" or ")} on ${table} for each row execute function ${table}_known()`,
      ...refuse(`${table}_known_no_update`, "update", `${table}_known`, past, kept),
      ...refuse(`${table}_known_no_delete`, "delete", `${table}_known`, "", kept),
      ...refuseTruncate(`${table}_known`),
    ];
  },

  remembersNoMore: (table) => [
    `drop trigger ${table}_known on ${table}`,
    `drop function ${table}_known()`,
    ...["no_update", "no_delete", "no_truncate"].flatMap((name) => [
      `drop trigger ${table}_known_${name} on ${table}_known`,
      `drop function ${table}_known_${name}()`,
    ]),
  ],

  bidsCountedWithPartnerships: () => besidePartnerships(COUNTED_OF_BIDS),

  roundsOfBidsWithPartnerships: () => [
    "drop trigger bid_partnership_counted on bid_partnership",
    "drop trigger bid_counted_with_partnerships on bid",
    "drop function bid_partnership_counted()",
    "drop function bid_counted_with_partnerships()",
    ...besidePartnerships([...COUNTED_OF_BIDS, "round_id"]),
  ],

  draftClaimLines: () => [
    "drop trigger claim_line_no_delete on claim_line",
    "drop function claim_line_no_delete()",
    ...refuse(
      "claim_line_no_delete",
      "delete",
      "claim_line",
      "(select status from claim where id = old.claim_id) <> 'draft'",
      "claim_line: the claim is signed",
    ),
  ],
};
