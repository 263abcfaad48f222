import { besideName, COUNTED_OF_BIDS } from "./counted-of-bids.ts";
import type { Guards } from "./engine.ts";

function refuse(name: string, when: string, table: string, condition: string, message: string): string {
  return `create trigger ${name} before ${when} on ${table} ${condition ? `when ${condition} ` : ""}begin select raise(abort, '${message}'); end`;
}

/** `insert or replace` passes delete triggers, so a key that is there already is refused before the insert. */
function refuseReplace(table: string, name: string, match: string): string {
  return refuse(
    name,
    "insert",
    table,
    `exists (select 1 from ${table} where ${match})`,
    `${table}: a row with this key is there already`,
  );
}

const versionOf = (row: "new" | "old") =>
  `(select sealed_at from award_version where id = ${row}.version_id) is not null`;

const recount = (row: "new" | "old", sign: "+" | "-") => `
  update award_version
  set lines_pence = lines_pence ${sign} coalesce(${row}.amount_pence, 0), line_count = line_count ${sign} 1
  where id = ${row}.version_id;`;

function addTo(summary: string, keys: string, values: string): string {
  return `insert into ${summary} (${keys}, gross_pence, passed_on_pence, not_recorded, approximate_pence)
    values (${values}, new.gross_pence, new.passed_on_pence, new.not_recorded, new.approximate_pence)
    on conflict (${keys}) do update set
      gross_pence = gross_pence + excluded.gross_pence,
      passed_on_pence = passed_on_pence + excluded.passed_on_pence,
      not_recorded = not_recorded + excluded.not_recorded,
      approximate_pence = approximate_pence + excluded.approximate_pence;`;
}

/** Columns of a bid beside each of its partnerships, there named `bid_…`. */
function besidePartnerships(columns: readonly string[]): string[] {
  return [
    `create trigger bid_partnership_counted after insert on bid_partnership begin
      update bid_partnership set (${columns.map(besideName).join(", ")}) =
        (select ${columns.join(", ")} from bid where id = new.bid_id)
      where bid_id = new.bid_id and partnership_id = new.partnership_id;
    end`,
    `create trigger bid_counted_with_partnerships after update of ${columns.join(", ")} on bid begin
      update bid_partnership set ${columns.map((column) => `${besideName(column)} = new.${column}`).join(", ")}
      where bid_id = new.id;
    end`,
  ];
}

export const sqliteGuards: Guards = {
  appendOnly: (table, key) => [
    refuse(`${table}_no_update`, "update", table, "", `${table}: rows are never changed`),
    refuse(`${table}_no_delete`, "delete", table, "", `${table}: rows are never deleted`),
    refuseReplace(table, `${table}_no_replace`, `${key} = new.${key}`),
  ],

  ledger: () => [
    refuse(
      "award_version_sealed_update",
      "update",
      "award_version",
      "old.sealed_at is not null",
      "award_version: a sealed version never changes",
    ),
    refuse(
      "award_version_sealed_delete",
      "delete",
      "award_version",
      "old.sealed_at is not null",
      "award_version: a sealed version is never deleted",
    ),
    refuseReplace(
      "award_version",
      "award_version_no_replace",
      "id = new.id or (award_id = new.award_id and number = new.number)",
    ),
    refuse(
      "award_version_starts_open",
      "insert",
      "award_version",
      "new.sealed_at is not null or new.lines_pence <> 0 or new.line_count <> 0",
      "award_version: a version starts open and without lines",
    ),
    refuse(
      "award_version_seal_adds_up",
      "update of sealed_at",
      "award_version",
      `new.sealed_at is not null and (
        new.lines_pence <> (select coalesce(sum(amount_pence), 0) from allocation_line where version_id = new.id)
        or new.line_count <> (select count(*) from allocation_line where version_id = new.id))`,
      "award_version: the lines do not add up to the amount",
    ),
    refuse(
      "allocation_line_sealed_insert",
      "insert",
      "allocation_line",
      versionOf("new"),
      "allocation_line: the version is sealed",
    ),
    refuse(
      "allocation_line_sealed_update",
      "update",
      "allocation_line",
      `${versionOf("old")} or ${versionOf("new")}`,
      "allocation_line: the version is sealed",
    ),
    refuse(
      "allocation_line_sealed_delete",
      "delete",
      "allocation_line",
      versionOf("old"),
      "allocation_line: the version is sealed",
    ),
    refuseReplace("allocation_line", "allocation_line_no_replace", "id = new.id"),
    `create trigger allocation_line_count_insert after insert on allocation_line begin ${recount("new", "+")} end`,
    `create trigger allocation_line_count_delete after delete on allocation_line begin ${recount("old", "-")} end`,
    `create trigger allocation_line_count_update after update of amount_pence, version_id on allocation_line begin ${recount("old", "-")} ${recount("new", "+")} end`,
    ...(["insert", "update", "delete"] as const).map((verb) =>
      refuse(
        `award_partnership_fixed_${verb}`,
        verb,
        "award_partnership",
        `exists (select 1 from award_version where award_id = ${verb === "insert" ? "new" : "old"}.award_id and sealed_at is not null)`,
        "award_partnership: fixed once a version is sealed",
      ),
    ),
    ...(["insert", "update", "delete"] as const).map((verb) =>
      refuse(
        `version_may_include_sealed_${verb}`,
        verb,
        "version_may_include",
        versionOf(verb === "insert" ? "new" : "old"),
        "version_may_include: the version is sealed",
      ),
    ),
  ],

  summaries: () => [
    `create trigger posting_summaries after insert on posting begin
      ${addTo(
        "summary_partnership",
        "partnership_id, unsplit_award_id, financial_year, stream",
        "coalesce(new.partnership_id, 0), case when new.partnership_id is null then new.award_id else 0 end, coalesce(new.financial_year, 0), coalesce(new.stream, '')",
      )}
      ${addTo("summary_fund", "fund_id, funder_id, financial_year", "coalesce(new.fund_id, 0), coalesce(new.funder_id, 0), coalesce(new.financial_year, 0)")}
    end`,
  ],

  claimsWithoutAmount: ({ claim }) => [
    // Until the end of the transaction lines and receipts may point at what is being made anew.
    "pragma defer_foreign_keys = on",
    "create table claim_kept as select * from claim",
    "drop table claim",
    claim,
    `insert into claim (${CLAIM_COLUMNS}) select ${CLAIM_COLUMNS} from claim_kept`,
    "drop table claim_kept",
  ],

  remembers: (table, key, columns) => {
    const keys = [key].flat();
    const keeps = (verb: string, row: "new" | "old", gone: 0 | 1) =>
      `create trigger ${table}_known_${verb.split(" ")[0]} after ${verb} on ${table} begin
        insert into ${table}_known (${[...keys, "seq", "gone", ...columns].join(", ")})
        values (${[...keys.map((each) => `${row}.${each}`), "(select seq + 1 from audit_head where id = 1)", gone, ...columns.map((each) => `${row}.${each}`)].join(", ")})
        on conflict (${keys.join(", ")}, seq) do update set ${["gone", ...columns].map((each) => `${each} = excluded.${each}`).join(", ")};
      end`;
    const past = "old.seq <= (select seq from audit_head where id = 1)";
    return [
      keeps("insert", "new", 0),
      ...(columns.length > 0 ? [keeps(`update of ${columns.join(", ")}`, "new", 0)] : []),
      keeps("delete", "old", 1),
      refuse(`${table}_known_no_update`, "update", `${table}_known`, past, `${table}_known: ${KEPT}`),
      refuse(`${table}_known_no_delete`, "delete", `${table}_known`, "", `${table}_known: ${KEPT}`),
    ];
  },

  remembersNoMore: (table) =>
    ["insert", "update", "delete", "no_update", "no_delete"].map(
      (name) => `drop trigger ${table}_known_${name}`,
    ),

  bidsCountedWithPartnerships: () => besidePartnerships(COUNTED_OF_BIDS),

  roundsOfBidsWithPartnerships: () => [
    "drop trigger bid_partnership_counted",
    "drop trigger bid_counted_with_partnerships",
    ...besidePartnerships([...COUNTED_OF_BIDS, "round_id"]),
  ],

  draftClaimLines: () => [
    "drop trigger claim_line_no_delete",
    refuse(
      "claim_line_no_delete",
      "delete",
      "claim_line",
      "(select status from claim where id = old.claim_id) <> 'draft'",
      "claim_line: the claim is signed",
    ),
  ],
};

const KEPT = "what was known is never changed";

const CLAIM_COLUMNS =
  "id, award_id, number, period_from, period_to, payment, results, status, claimed_pence, received_pence, note, written_by, signed_by, signed_at, submitted_on, funder_reference, recorded_at, version";
