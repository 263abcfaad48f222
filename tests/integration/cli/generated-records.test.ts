import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { verifyKnown } from "#app/audit/index.server.ts";
import { verifyRegister } from "#app/awards/index.server.ts";
import { closureChecklist } from "#app/claims/closure/closure.rules.ts";
import { closureFacts } from "#app/claims/closure/closures.queries.server.ts";
import { verifyClaims } from "#app/claims/index.server.ts";
import { generateRegister } from "#app/cli/generate/index.server.ts";
import type { DatabaseSchema } from "#db/schema.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";

type Table = keyof DatabaseSchema;

const BY_THE_SERVICE = "the service itself writes it while it is used";
const TYPED = "work in progress of a person";
const FILES = "files would be most of what is measured";
const PUBLISHED = "what a published document says, and a made-up register has none";
const SIGNED = "what is signed is the whole content of a bid and its fingerprint";
const CHANGED = "kept where a bid is changed later, and nothing made is";
const LISTS = "a funder's own list is needed, and what it says of the awards";

/** Each table of the register: made, or why not. A table that is added does not compile until it is here. */
const TABLES: Record<Table, "made" | { not: string }> = {
  project: "made",
  project_strand: "made",
  project_partner: "made",
  project_place: "made",
  project_other_partnership: "made",
  own_contribution: "made",
  attachment: { not: FILES },
  attachment_deletion: { not: FILES },
  attachment_content: { not: FILES },
  figure_source: { not: FILES },
  note: "made",
  note_withdrawal: "made",
  task: "made",
  bid: "made",
  bid_partnership: "made",
  bid_priority: "made",
  bid_project: "made",
  bid_event: "made",
  sign_off_step: { not: SIGNED },
  sign_off_signer: { not: SIGNED },
  bid_sign_off: { not: SIGNED },
  bid_signature: { not: SIGNED },
  bid_section: "made",
  bid_section_typed: { not: TYPED },
  typed_form: { not: TYPED },
  bid_plan: "made",
  bid_ward: "made",
  bid_organisation: "made",
  bid_cost: "made",
  bid_match: "made",
  bid_promise: "made",
  bid_risk: "made",
  bid_agreed_exception: { not: "nothing made goes against the rules of its round" },
  bid_likelihood: "made",
  bid_requested_before: { not: CHANGED },
  bid_likelihood_before: { not: CHANGED },
  bid_submission: "made",
  bid_clarification: "made",
  bid_feedback: "made",
  bid_resubmission: "made",
  bid_umbrella_member: "made",
  bid_team: "made",
  saved_view: { not: TYPED },
  default_view: { not: TYPED },
  claim: "made",
  claim_line: "made",
  claim_carried: { not: "what is carried over is never claimed before" },
  claim_receipt: "made",
  claim_event: "made",
  claim_schedule: "made",
  claim_due: "made",
  spend: "made",
  repayment: "made",
  spend_forecast: "made",
  carry_over: "made",
  over_allocation: "made",
  award_closure: "made",
  award_hold: "made",
  onward_grant: "made",
  onward_payment: "made",
  award: "made",
  award_partnership: "made",
  award_strand: "made",
  award_draft: { not: TYPED },
  award_terms: "made",
  award_agreement: "made",
  award_extension: "made",
  award_condition: "made",
  award_return: "made",
  award_condition_known: "made",
  award_return_known: "made",
  award_agreement_known: "made",
  award_terms_known: "made",
  award_closure_known: "made",
  award_hold_known: "made",
  award_extension_known: "made",
  claim_known: "made",
  claim_event_known: "made",
  claim_receipt_known: "made",
  claim_due_known: "made",
  repayment_known: "made",
  onward_grant_known: "made",
  onward_payment_known: "made",
  spend_known: "made",
  carry_over_known: "made",
  bid_cost_known: "made",
  bid_match_known: "made",
  bid_umbrella_member_known: "made",
  bid_requested_before_known: { not: CHANGED },
  award_version: "made",
  version_may_include: { not: "which awards may overlap is only ever found in documents" },
  allocation_line: "made",
  posting: "made",
  summary_partnership: "made",
  summary_fund: "made",
  measure: "made",
  reading: "made",
  audit_entry: "made",
  audit_head: "made",
  round_not_bid: "made",
  published_report: { not: FILES },
  published_report_withdrawal: { not: FILES },
  reconciliation: { not: LISTS },
  reconciliation_item: { not: LISTS },
  reconciliation_acceptance: { not: LISTS },
  setting: { not: "what is true of the whole register stands in the demo alone" },
  source_document: { not: PUBLISHED },
  source_discrepancy: { not: PUBLISHED },
  local_authority: "made",
  official_partnership: "made",
  official_partnership_authority: "made",
  partnership: "made",
  partnership_authority: { not: "made-up partnerships are of no real authority" },
  organisation: "made",
  member_organisation: "made",
  theme: "made",
  priority: "made",
  priority_theme: "made",
  priority_aim: "made",
  priority_project: "made",
  funder: "made",
  fund: "made",
  round: "made",
  round_applicant: "made",
  round_year: "made",
  round_theme: "made",
  round_deadline_change: { not: "no closing date that was made is moved" },
  reference_counter: "made",
  person: "made",
  membership: "made",
  session: { not: BY_THE_SERVICE },
  one_time_link: { not: BY_THE_SERVICE },
  calendar_address: { not: BY_THE_SERVICE },
  sign_in_attempt: { not: BY_THE_SERVICE },
  form_key: { not: BY_THE_SERVICE },
  access_token: { not: BY_THE_SERVICE },
};

const OPTIONS = { seed: 7, password: "correct horse battery staple" };
const BIDS = 2_000;
const register = useDatabase();
const again = useDatabase();

beforeAll(async () => {
  await generateRegister(make.operatorContext(register.db), { ...OPTIONS, bids: BIDS });
});

async function count(table: Table): Promise<number> {
  const { rows } = await sql<{
    count: number | string;
  }>`select count(*) as count from ${sql.table(table)}`.execute(register.db.read);
  return Number(rows[0]?.count);
}

test.each(Object.entries(TABLES) as [Table, (typeof TABLES)[Table]][])(
  "a generated register has records of the kind %s, or it is said why not",
  async (table, made) => {
    if (made === "made") expect(await count(table)).toBeGreaterThan(0);
    else expect({ why: made.not, count: await count(table) }).toEqual({ why: made.not, count: 0 });
  },
);

test("a generated register proves itself", async () => {
  const context = make.operatorContext(register.db);
  expect(await verifyRegister(context)).toEqual([]);
  expect(await verifyClaims(context)).toEqual([]);
  expect(await verifyKnown(context)).toEqual([]);
});

test("what is closed was settled before, and what is claimed was agreed before", async () => {
  const { read } = register.db;
  const context = make.operatorContext(register.db);
  const closed = await read.selectFrom("award_closure").select(["award_id", "closed_on"]).execute();
  expect(closed.length).toBeGreaterThan(50);
  for (const { award_id } of closed) {
    const checklist = closureChecklist(await closureFacts(context, award_id));
    expect({ award_id, open: checklist.filter(({ isDone }) => !isDone) }).toEqual({ award_id, open: [] });
  }
  const { rows: before } = await sql`
    select claim.id from claim
    where submitted_on is not null and not exists (
      select 1 from award_agreement as agreement
      join claim_line on claim_line.claim_id = claim.id
      where agreement.award_id = claim.award_id and agreement.signed_on <= claim.submitted_on
        and (agreement.financial_year is null or agreement.financial_year = claim_line.financial_year))`.execute(
    read,
  );
  expect(before).toEqual([]);
});

test("some awards have all that a record can have: four partnerships, three years, eight claims, three outcomes", async () => {
  const { rows } = await sql`
    select award.id from award
    where (select count(*) from award_partnership where award_id = award.id) = 4
      and (select count(distinct financial_year) from allocation_line where award_id = award.id) = 3
      and (select count(*) from claim where award_id = award.id) = 8
      and (select count(*) from measure where project_id in
        (select project_id from allocation_line where award_id = award.id)) >= 3`.execute(register.db.read);
  expect(rows.length).toBeGreaterThan(0);
});

test("the sections of generated bids are searched like those that were typed", async () => {
  const { read, engine } = register.db;
  const { rows: found } = await sql<{ id: number }>`${engine.search.found("bid", ["secondment"])}`.execute(
    read,
  );
  const risks = await read.selectFrom("bid_risk").select("bid_id").execute();
  expect(found.map(({ id }) => Number(id)).sort()).toEqual(risks.map(({ bid_id }) => bid_id).sort());
  expect(found.length).toBeGreaterThan(20);
});

test("the same seed gives the same register, but for when its people chose their password", async () => {
  await generateRegister(make.operatorContext(again.db), { ...OPTIONS, bids: BIDS });
  const tables = (Object.keys(TABLES) as Table[]).filter((table) => TABLES[table] === "made");
  for (const table of tables.filter((each) => each !== "person")) {
    const rowsOf = async ({ db }: typeof register) => {
      const { rows } = await sql`select * from ${sql.table(table)}`.execute(db.read);
      return rows.map((row) => JSON.stringify(row)).sort();
    };
    expect({ table, rows: await rowsOf(again) }).toEqual({ table, rows: await rowsOf(register) });
  }
});

test("claims, returns, conditions and holds are both settled and still open", async () => {
  const { read } = register.db;
  const claims = await read.selectFrom("claim").select("status").distinct().execute();
  const statuses = claims.map(({ status }) => status);
  expect(statuses).toEqual(expect.arrayContaining(["paid", "part_paid", "submitted", "queried"]));
  const returns = await read.selectFrom("award_return").select("submitted_on").execute();
  const conditions = await read.selectFrom("award_condition").select("met_on").execute();
  const days = [returns.map((row) => row.submitted_on), conditions.map((row) => row.met_on)];
  for (const each of days) {
    expect(each.some((day) => day === null)).toBe(true);
    expect(each.some((day) => day !== null)).toBe(true);
  }
  const inside = await read.selectFrom("posting").select("id").where("passed_on_pence", "!=", 0).execute();
  expect(inside.length).toBeGreaterThan(0);
});
