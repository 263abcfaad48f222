import { recordAudit } from "#app/audit/index.server.ts";
import type { Database } from "#db/open.server.ts";
import type { DatabaseSchema } from "#db/schema.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { CANARY, CANARY_PENCE, readColumns, withCanaries } from "./canary.ts";
import {
  addForeignCarried,
  addForeignClosure,
  addForeignForecast,
  addForeignSchedule,
  addForeignSpend,
} from "./claim-records.ts";
import { addForeignDuties } from "./duty-records.ts";
import { addForeignOnwardGrant } from "./onward-records.ts";

/** What the foreign records point at, and the records of others that point at them. */
export type Links = {
  cedar: number;
  alder: number;
  foreignPerson: number;
  fundId: number;
  funderId: number;
  roundId: number;
  ownAward: number;
  jointAward: number;
  ownProject: number;
};

export type Add = (table: keyof DatabaseSchema, given: Record<string, unknown>) => Promise<void>;

/**
 * One record of each kind of the foreign partnership, all with the number `id`, a canary in every text and every amount.
 * They touch records of Alder as real ones do: money of the foreign award comes out of Alder's, and it may include more of
 * it. Those that stand `apart` touch nothing.
 */
export async function makeForeignRecords(
  db: Database,
  id: number,
  links: Links,
  options: { apart?: boolean } = {},
): Promise<void> {
  const columns = await readColumns(db);
  const mark = ` ${id}`;
  const person = links.foreignPerson;
  const bid = { bid_id: id, partnership_id: links.cedar, part: "lead" };
  await db.write(async (trx) => {
    const add: Add = async (table, given) => {
      const row = withCanaries(columns, table, given, mark);
      await trx
        .insertInto(table)
        .values(row as never)
        .execute();
    };
    const source = { source_document_id: null };
    await add("organisation", { id, name: `${CANARY} organisation name${mark}` });
    await add("project", { id, partnership_id: links.cedar, status: "going_on", ...source });
    await add("project_strand", { id, project_id: id, position: 1 });
    await add("project_partner", { project_id: id, position: 1 });
    await add("project_place", { project_id: id, position: 1 });
    await add("own_contribution", { id, project_id: id, form: "cash", ...source });
    await add("measure", { id, partnership_id: links.cedar, project_id: id, better: "down", ...source });
    await add("reading", { id, measure_id: id, kind: "reading", months: 12, ...source });
    await add("bid", {
      id,
      status: "submitted",
      round_id: links.roundId,
      recorded_by_partnership_id: links.cedar,
      accountable_body_id: id,
      requested_basis: "exact",
      created_by: person,
      ...source,
    });
    await add("bid_partnership", bid);
    await add("bid_project", { bid_id: id, project_id: id });
    const event = {
      bid_id: id,
      person_id: person,
      action: "create",
      from_status: null,
      to_status: "submitted",
    };
    await add("bid_event", { id, ...event });
    await add("sign_off_step", { id, partnership_id: links.cedar, position: 1 });
    await add("sign_off_signer", { id, step_id: id, person_id: person, part: "stand_in" });
    await add("bid_sign_off", { id, bid_id: id, asked_by: person, ...signedOff(mark) });
    const { content_json, names_json, fingerprint } = signedOff(mark);
    const sent = { content_json, names_json, fingerprint, channel: "portal" };
    await add("bid_submission", { id, bid_id: id, recorded_by: person, corrects_id: null, ...sent });
    await add("bid_clarification", { id, bid_id: id, answered_by: person, recorded_by: person });
    await add("bid_feedback", {
      bid_id: id,
      ranked: 777_777,
      ranked_of: 777_777,
      version: 1,
      saved_by: person,
    });
    const file = { id, bid_id: id, kind: "txt", size_bytes: 1, sha256: "f".repeat(64), added_by: person };
    await add("attachment", file);
    await add("attachment_content", { attachment_id: id, bytes: Buffer.from(CANARY) });
    await add("attachment_deletion", { attachment_id: id, deleted_by: person });
    const stated = { attachment_id: id, figure: "match", version_id: null, stated_by: person };
    await add("figure_source", { ...stated, taken_back_by: person });
    await add("figure_source", { ...stated, taken_back_at: null, taken_back_by: null });
    await add("note", { id, bid_id: id, written_by: person });
    await add("note_withdrawal", { note_id: id, withdrawn_by: person });
    const task = { bid_id: id, assignee_id: person, made_by: person, version: 1 };
    await add("task", { ...task, id, outcome: "done", settled_by: person });
    const open = { outcome: null, settled_on: null, settled_by: null, settled_note: null };
    await add("task", { ...task, ...open });
    await add("bid_signature", {
      sign_off_id: id,
      position: 1,
      step_id: id,
      signed_by: person,
      stands_in: 1,
    });
    const at = { bid_id: id, position: 1 };
    await add("bid_section", { bid_id: id, section: "costs", is_complete: 1, version: 1, saved_by: person });
    const typed_json = JSON.stringify({ costs: [{ financialYear: `${CANARY}${mark}` }] });
    await add("bid_section_typed", { bid_id: id, section: "costs", person_id: person, typed_json });
    await add("typed_form", { person_id: person, form: `/bids/${id}/edit`, shown: null, typed_json });
    await add("bid_plan", { bid_id: id, applicant_kind: "other" });
    await add("bid_ward", at);
    await add("bid_organisation", { ...at, organisation_id: id, part: "delivery" });
    await add("bid_cost", { bid_id: id, financial_year: 2024, stream: "revenue" });
    await add("bid_match", { ...at, organisation_id: id, form: "cash", standing: "pledged" });
    await add("bid_promise", at);
    await add("bid_risk", { ...at, likelihood: "low", impact: "high" });
    await add("bid_agreed_exception", {
      bid_id: id,
      rule: "over_cap",
      person_id: person,
      taken_back_by: person,
    });
    await add("bid_team", { bid_id: id, person_id: person, part: "owner" });
    await add("bid_requested_before", { bid_id: id, requested_pence: null, requested_basis: "not_recorded" });
    await add("bid_likelihood_before", { bid_id: id, percent: null });
    await add("bid_likelihood", { bid_id: id, percent: 50, set_by: person, version: 1 });
    await add("saved_view", { id, person_id: person, partnership_id: links.cedar, list: "bids" });
    if (!options.apart) await add("default_view", { person_id: person, list: "bids", view_id: id });
    const award = { round_id: links.roundId, recorded_by_partnership_id: links.cedar, created_by: person };
    await add("award", {
      id,
      bid_id: id,
      accountable_body_id: id,
      received_through_id: id,
      ...award,
      ...source,
    });
    await add("award_partnership", { award_id: id, partnership_id: links.cedar, part: "lead" });
    await add("award_strand", { id, award_id: id, position: 1 });
    const kept = { award_id: id, version: 1, saved_by: person };
    await add("award_terms", { ...kept, no_transfer: 1, capital_only: 0, match_basis_points: null });
    await add("award_agreement", { ...kept, id, financial_year: 2024 });
    await addForeignDuties(add, id, person);
    await addForeignClaim(add, id, person);
    await addForeignOnwardGrant(add, id, person);
    await add("round_not_bid", {
      id,
      round_id: links.roundId,
      partnership_id: links.cedar,
      recorded_by: person,
      taken_back_by: person,
    });
    const published = {
      id,
      partnership_id: links.cedar,
      report: "yearly",
      kind: null,
      pinned_json: null,
      financial_year: 2024,
      file_docx: Buffer.from(CANARY),
      grouped_by: "year",
      as_at: "2026-11-21",
      known_at: "2026-11-21",
      ledger_position: 0,
      fingerprint: `${id}`,
      public_name: null,
      published_by: person,
    };
    await add("published_report", published);
    await add("published_report_withdrawal", { published_report_id: id, withdrawn_by: person });
    await addForeignReconciliation(add, id, links);
    await recordAudit(trx, operatorContext(db), {
      action: `${CANARY} action`,
      recordType: `${CANARY} record type`,
      recordId: `${CANARY} record id`,
      before: { title: `${CANARY} before` },
      after: { title: `${CANARY} after` },
    });
  });
  await addForeignCarried(db, id, await sealForeign(db, id, links, options.apart ?? false));
  const drafted = withCanaries(columns, "award_draft", { award_id: id, updated_by: person }, mark);
  await db.write((trx) =>
    trx
      .insertInto("award_draft")
      .values(drafted as never)
      .execute(),
  );
}

/** A claim on the foreign award, with what came for it and was taken back. */
async function addForeignClaim(add: Add, id: number, person: number): Promise<void> {
  const people = { written_by: null, signed_by: person };
  await add("claim", {
    id,
    award_id: id,
    number: 1,
    payment: "results",
    results: 777_777,
    unit_pence: null,
    source_document_id: null,
    status: "queried",
    ...people,
  });
  await add("claim_line", {
    id,
    claim_id: id,
    position: 1,
    financial_year: 2024,
    stream: "revenue",
    project_id: id,
  });
  await add("claim_receipt", { id, claim_id: id, recorded_by: person, reverses_id: null });
  await add("claim_event", { id, claim_id: id, person_id: person });
  await addForeignSchedule(add, id, person);
  await addForeignSpend(add, id, person);
  await addForeignClosure(add, id, person);
  await addForeignForecast(add, id, person);
}

/** A funder's list that the foreign partnership held against its award, with a difference that it accepted. */
async function addForeignReconciliation(add: Add, id: number, links: Links): Promise<void> {
  const people = { taken_by: links.foreignPerson, matched_by: links.foreignPerson };
  const columns = { reference: `${CANARY} heading`, amount: `${CANARY} amount`, recipient: null, date: null };
  const leftOut = { totals: [], ofOthers: 0, unreadableAmounts: [], unreadableDates: [] };
  await add("reconciliation", {
    id,
    partnership_id: links.cedar,
    funder_id: links.funderId,
    list_rows: 777_777,
    fingerprint: "f".repeat(64),
    columns_json: JSON.stringify(columns),
    left_out_json: JSON.stringify({ ...leftOut, words: CANARY }),
    ...people,
  });
  await add("reconciliation_item", {
    id,
    reconciliation_id: id,
    kind: "differs",
    matched_by: "reference",
    award_id: id,
    ours_basis: "exact",
  });
  await add("reconciliation_acceptance", { item_id: id, accepted_by: links.foreignPerson });
}

/** What was signed of the foreign bid: kept as JSON, which must be readable. */
function signedOff(mark: string) {
  const content_json = JSON.stringify({ bid: [{ title: `${CANARY} signed title${mark}` }] });
  const names_json = JSON.stringify({ "project:1": `${CANARY} signed name${mark}` });
  return { content_json, names_json, fingerprint: "f".repeat(64), outcome: "signed" };
}

async function sealForeign(db: Database, id: number, links: Links, apart: boolean): Promise<number> {
  const own = {
    partnershipId: links.alder,
    financialYear: 2024,
    projectId: null,
    priorityId: null,
    stream: null,
  };
  const { versionId } = await seal(operatorContext(db), id, {
    amountPence: CANARY_PENCE,
    decidedOn: "2091-07-19",
    reason: `${CANARY} award_version reason`,
    decisionReference: `${CANARY} award_version decision_reference`,
    termsAgreement: `${CANARY} award_version terms_agreement`,
    sourceParagraph: `${CANARY} award_version source_paragraph`,
    fundId: links.fundId,
    funderId: links.funderId,
    mayInclude: apart ? [] : [{ awardId: links.ownAward, note: `${CANARY} version_may_include note` }],
    lines: [
      line({
        partnershipId: links.cedar,
        financialYear: 2024,
        projectId: id,
        amountPence: CANARY_PENCE - 1,
        label: `${CANARY} allocation_line label`,
      }),
      line({
        partnershipId: links.cedar,
        amountPence: 1,
        inside: apart ? null : { ...own, awardId: links.ownAward },
      }),
    ],
  });
  return versionId;
}
