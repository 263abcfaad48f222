import { type RawBuilder, sql } from "kysely";
import { inForceAt, inForceOn } from "#app/awards/index.server.ts";
import { STREAM_NAMES } from "#app/awards/index.ts";
import { claimsThen } from "#app/claims/index.server.ts";
import { CLAIM_STATUS_WORDS, DISCARDED_DRAFT, NOT_CLAIMED, PAYMENT_WORDS } from "#app/claims/index.ts";
import { formatPounds } from "#app/core/money.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { ownProjectName } from "#app/projects/index.server.ts";
import { momentOf, type ReportMoment } from "#app/reports/index.server.ts";
import { AWARD_FILTERS, askedOfAwards } from "../award-asked.server.ts";
import type { Dataset } from "../dataset.server.ts";
import type { ExportColumn } from "../export.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
import { asksForAnotherDay } from "../refusal.server.ts";
import { unusedBeside } from "../unused.server.ts";

const STATUS_NAMES = {
  ...Object.fromEntries(Object.entries(CLAIM_STATUS_WORDS).map(([status, { text }]) => [status, text])),
  discarded: DISCARDED_DRAFT.text,
};

const COLUMNS: readonly ExportColumn[] = [
  { heading: "Award", kind: "text" },
  { heading: "Title", kind: "text" },
  { heading: "Lead partnership", kind: "text" },
  { heading: "Claim", kind: "number" },
  { heading: "Period from", kind: "day" },
  { heading: "Period to", kind: "day" },
  { heading: "How the funder pays", kind: "text", words: PAYMENT_WORDS },
  { heading: "Results", kind: "number" },
  { heading: "Status", kind: "text", words: STATUS_NAMES },
  { heading: "Submitted on", kind: "day" },
  { heading: "Funder’s reference", kind: "text" },
  { heading: "Financial year", kind: "year" },
  { heading: "Stream", kind: "text", words: STREAM_NAMES },
  { heading: "Project", kind: "text" },
  { heading: "Amount", kind: "pence" },
  { heading: "Received for the claim", kind: "pence" },
];

/** Each line of each claim, in the order of the awards and of their claims. */
export const claims: Dataset = {
  name: "claims",
  title: "Claims and receipts",
  about:
    "One row for each line of a claim: of what award, for what period, year, stream and project, how much; one for a claim whose amount is not recorded.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  unused: (params) => unusedBeside(params, AWARD_FILTERS),
  takesDay: true,
  contents: async (context, asked) => {
    const { condition, filters } = await askedOfAwards(context, asked.params);
    const moment = asksForAnotherDay(context, asked) ? await momentOf(context, asked) : null;
    const of = { condition, moment };
    return {
      sheet: "Claims",
      filters,
      moment,
      notes: () => notesOf(context, of),
      columns: COLUMNS,
      rows: { query: query(context, of).compile(context.db.read) },
      sum: { column: 14, name: "amount_pence" },
    };
  },
};

type AskedClaims = { condition: RawBuilder<unknown>; moment: ReportMoment | null };

/** Claims as they are; or at a moment those that had been sent, for what stood in a draft then is not kept. */
function claimsOf({ moment }: AskedClaims): RawBuilder<unknown> {
  if (moment === null) return sql`claim`;
  return sql`(select kept.id, kept.award_id, kept.number, kept.period_from, kept.period_to, kept.payment, kept.results,
      kept.signed_at, kept.submitted_on, kept.funder_reference, past.status, past.claimed_pence, past.received_pence
    from (${claimsThen(moment.asAt, moment.knownTo)}) as past join claim as kept on kept.id = past.id
    where past.status not in ('draft', 'signed')
      and (past.status <> 'withdrawn' or kept.submitted_on <= ${moment.asAt})) as claim`;
}

async function notesOf(context: Context, asked: AskedClaims): Promise<string[]> {
  const { moment } = asked;
  const isSent = sql`status not in (${sql.join(NOT_CLAIMED)})`;
  const { rows } = await sql<
    Record<"submitted" | "received" | "unknown" | "voidSubmitted" | "voidReceived", number>
  >`
    with each_claim as (select claim.*, ${isVoid(context, moment)} as is_void
      from ${claimsOf(asked)} join award on award.id = claim.award_id where ${asked.condition})
    select cast(coalesce(sum(case when ${isSent} then claimed_pence end), 0) as bigint) as submitted,
      cast(coalesce(sum(received_pence), 0) as bigint) as received,
      cast(count(*) - count(claimed_pence) as bigint) as unknown,
      cast(coalesce(sum(case when ${isSent} and is_void then claimed_pence end), 0) as bigint) as "voidSubmitted",
      cast(coalesce(sum(case when is_void then received_pence end), 0) as bigint) as "voidReceived"
    from each_claim`.execute(context.db.aside);
  const { submitted = 0, received = 0, unknown = 0, voidSubmitted = 0, voidReceived = 0 } = rows[0] ?? {};
  const alsoHeld =
    moment === null
      ? "Drafts, signed claims and withdrawn ones are in the file too, with their status."
      : "Claims that had been withdrawn are in the file too; those that had not been sent are not: what stood in them then is not kept. Titles, names and the funder’s references stand as they are recorded today.";
  return [
    `Of the column Amount ${formatPounds(submitted, "always")} stands in claims that were submitted. ${alsoHeld}`,
    `${formatPounds(received, "always")} came. It stands in the first row of each claim, so that the column adds up. What is not paid is never counted as received.`,
    ...(unknown === 0
      ? []
      : [
          `The amount of ${unknown} ${unknown === 1 ? "claim is" : "claims are"} not recorded. It is left empty, and so is what came where nothing is recorded of it: it is not £0.`,
        ]),
    ...(voidSubmitted === 0 && voidReceived === 0
      ? []
      : [
          `Of it ${formatPounds(voidSubmitted, "always")} was submitted and ${formatPounds(voidReceived, "always")} came for awards that are void${moment === null ? " today" : ""}. “Funding secured” and “Award status” name it apart from their columns.`,
        ]),
    "What the award gives is in the file of awards: awarded, claimed and received are three figures.",
  ];
}

/** True for an award that is void today, or at a moment. */
function isVoid({ today }: Context, moment: ReportMoment | null): RawBuilder<unknown> {
  const inForce =
    moment === null
      ? inForceOn(today, sql<number>`award.id`)
      : inForceAt({ asAt: moment.asAt, position: moment.position }, sql<number>`award.id`);
  return sql`exists (select 1 from award_version where award_version.kind = 'void'
    and award_version.id = ${inForce})`;
}

function query(context: Context, asked: AskedClaims) {
  return sql`select award.reference, award.title,
      (select lead.name from award_partnership as share join partnership as lead on lead.id = share.partnership_id
        where share.award_id = award.id and share.part = 'lead') as lead_name,
      claim.number, claim.period_from, claim.period_to, claim.payment, claim.results,
      case when claim.status = 'withdrawn' and claim.signed_at is null then 'discarded' else claim.status end as status,
      claim.submitted_on,
      claim.funder_reference, claim_line.financial_year, claim_line.stream, ${ownProjectName(context)} as project_name,
      claim_line.amount_pence, case when coalesce(claim_line.position, 1) = 1
        and (claim.claimed_pence is not null or claim.received_pence <> 0) then claim.received_pence end as received_pence
    from award
    join ${claimsOf(asked)} on claim.award_id = award.id
    left join claim_line on claim_line.claim_id = claim.id
    left join project on project.id = claim_line.project_id
    where ${asked.condition}
    order by award.id, claim.number, claim_line.position`;
}
