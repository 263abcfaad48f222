import { type Kysely, type RawBuilder, sql } from "kysely";
import type { MigrationTools } from "./migration.ts";

/** A record whose changes are kept: its key, what of it is kept, and when the row as it is now was recorded. */
type Kept = { table: string; key: string; columns: Record<string, string>; recorded: string };

/**
 * From now on the register keeps what it knew of the records that reports read beside the ledger: each change of one adds a
 * row with the position from which it counts. Of before, what the audit log tells is taken over.
 */
export async function up({ columns: types, guards, db, run }: MigrationTools): Promise<void> {
  const { integer: int, tableOptions: end } = types;
  const amount = `${int} check (amount_pence is null or amount_pence between 0 and 9007199254740991)`;
  const ofAward = { award_id: `${int} not null references award (id)` };
  const flag = `${int} not null check (@ in (0, 1))`;
  const saved = "kept.saved_at";
  const changing: Kept[] = [
    {
      table: "award_condition",
      key: "id",
      columns: {
        ...ofAward,
        ...{ text: "text not null", due_on: "text", met_on: "text", waived_because: "text" },
        saved_at: "text not null",
      },
      recorded: saved,
    },
    {
      table: "award_return",
      key: "id",
      columns: {
        ...ofAward,
        ...{ due_on: "text not null", submitted_on: "text", waived_because: "text" },
        saved_at: "text not null",
      },
      recorded: saved,
    },
    {
      table: "award_agreement",
      key: "id",
      columns: { ...ofAward, financial_year: int, signed_on: "text" },
      recorded: saved,
    },
    {
      table: "award_terms",
      key: "award_id",
      columns: {
        ...{ offered_on: "text", accepted_on: "text", decision_url: "text" },
        ...{ no_transfer: flag, capital_only: flag, match_percentage: int },
      },
      recorded: saved,
    },
    {
      table: "award_closure",
      key: "id",
      columns: { ...ofAward, closed_on: "text not null", reopened_on: "text" },
      recorded: "kept.closed_at",
    },
    {
      table: "claim_due",
      key: "id",
      columns: { ...ofAward, due_on: "text not null", claim_id: int },
      recorded: "(select saved_at from claim_schedule where claim_schedule.award_id = kept.award_id)",
    },
    {
      table: "claim",
      key: "id",
      columns: {
        ...ofAward,
        ...{ status: "text not null", claimed_pence: int, received_pence: `${int} not null` },
        ...{ submitted_on: "text", recorded_at: "text not null" },
      },
      recorded: "kept.recorded_at",
    },
    {
      table: "onward_grant",
      key: "id",
      columns: {
        ...ofAward,
        ...{ recipient: "text not null", charity_number: "text", company_number: "text", purpose: "text" },
        ...{ agreed_on: "text", runs_from: "text", runs_to: "text", amount_pence: amount },
        cancelled_on: "text",
      },
      recorded: "kept.recorded_at",
    },
    ...["claim_event", "claim_receipt", "repayment", "award_extension", "onward_payment"].map((table) => ({
      ...{ table, key: "id", columns: {}, recorded: "kept.recorded_at" },
    })),
  ];
  for (const { table, key, columns, recorded } of changing) {
    const names = Object.keys(columns);
    const own = names.map((name) => `${name} ${columns[name]?.replace("@", name)}, `).join("");
    const others = names.map((name) => `, ${name}`).join("");
    await run(
      `create table ${table}_known (
        ${key} ${int} not null, seq ${int} not null check (seq >= 0), gone ${int} not null check (gone in (0, 1)),
        ${own}primary key (${key}, seq)) ${end}`,
      ...(names.includes("award_id")
        ? [`create index ${table}_known_award on ${table}_known (award_id)`]
        : []),
      // A change is recorded just before its entry in the audit log: none is older than the entry that follows it.
      `insert into ${table}_known (${key}, seq, gone${others})
       select kept.${key}, coalesce((select entry.seq from audit_entry as entry where entry.at >= ${recorded}
         order by entry.at, entry.seq limit 1), 0),
         0${names.map((name) => `, kept.${name}`).join("")} from ${table} as kept`,
    );
  }
  await takeOverChanges(db);
  for (const { table, key, columns } of changing)
    await run(...guards.remembers(table, key, Object.keys(columns)));
}

/** Actions whose entries hold the record as it stood before, by its table. */
const CHANGES: Record<string, string> = {
  "change condition of award": "award_condition",
  "change return of award": "award_return",
  "submit return of award": "award_return",
  "record agreement": "award_agreement",
  "record terms of award": "award_terms",
  "change onward grant": "onward_grant",
};

type Row = Record<string, unknown>;
type Change = { seq: number; before: Row };

/** Puts what stood before each change in front of what stands now, from the change before it on. */
async function takeOverChanges(db: Kysely<unknown>): Promise<void> {
  const { rows: entries } = await sql<{ seq: number; action: string; before_json: string }>`
    select seq, action, before_json from audit_entry where record_type = 'award' and before_json is not null
      and action in (${sql.join(Object.keys(CHANGES))}) order by seq`.execute(db);
  const changes = new Map<string, Change[]>();
  for (const { seq, action, before_json } of entries) {
    const before = JSON.parse(before_json) as Row;
    const table = CHANGES[action] ?? "";
    const name = `${table} ${table === "award_terms" ? before.award_id : before.id}`;
    changes.set(name, [...(changes.get(name) ?? []), { seq: Number(seq), before }]);
  }
  for (const [name, ofRecord] of changes) {
    const [table = "", id] = name.split(" ");
    await takeOver(db, table, Number(id), ofRecord);
  }
}

async function takeOver(db: Kysely<unknown>, table: string, id: number, changes: Change[]): Promise<void> {
  const known = sql.table(`${table}_known`);
  const key = sql.ref(table === "award_terms" ? "award_id" : "id");
  const { rows } = await sql<Row>`delete from ${known} where ${key} = ${id} returning *`.execute(db);
  const [now] = rows;
  const [first] = changes;
  if (!now || !first) return;
  let seq = await recordedAt(db, table, now, first);
  for (const change of changes) {
    const stood = Object.entries(now).map(([column, value]) => [
      column,
      stoodIn(change.before, column, value),
    ]);
    if (seq < change.seq) await insert(db, known, { ...Object.fromEntries(stood), seq, gone: 0 });
    seq = change.seq;
  }
  await insert(db, known, { ...now, seq });
}

async function insert(db: Kysely<unknown>, table: RawBuilder<unknown>, row: Row): Promise<void> {
  const names = sql.join(Object.keys(row).map((name) => sql.ref(name)));
  await sql`insert into ${table} (${names}) values (${sql.join(Object.values(row))})`.execute(db);
}

/** Some entries hold the record by the names of the program. What they leave out stands as it is now. */
function stoodIn(before: Row, column: string, now: unknown): unknown {
  const camel = column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const name = [column, camel].find((each) => Object.hasOwn(before, each));
  return name === undefined ? now : before[name];
}

/** The position at which a record that was changed had been recorded. */
async function recordedAt(db: Kysely<unknown>, table: string, now: Row, { before }: Change): Promise<number> {
  const since =
    table === "award_return"
      ? sql`record_type = 'award' and record_id = ${String(now.award_id)} and action = 'schedule returns of award'`
      : typeof before.saved_at === "string"
        ? sql`at >= ${before.saved_at}`
        : sql`seq = ${now.seq}`;
  const { rows } = await sql<{
    seq: number | null;
  }>`select min(seq) as seq from audit_entry where ${since}`.execute(db);
  return Number(rows[0]?.seq ?? 0);
}
