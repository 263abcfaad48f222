import { type RawBuilder, sql } from "kysely";
import { STREAM_NAMES } from "#app/awards/index.ts";
import { CLAIM_STATUS_WORDS, DISCARDED_DRAFT, NOT_CLAIMED, PAYMENT_WORDS } from "#app/claims/index.ts";
import { formatPounds } from "#app/core/money.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { ownProjectName } from "#app/projects/index.server.ts";
import { AWARD_FILTERS, askedOfAwards } from "../award-asked.server.ts";
import type { Dataset } from "../dataset.server.ts";
import type { ExportColumn } from "../export.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
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
  contents: async (context, { params }) => {
    const { condition: asked, filters } = await askedOfAwards(context, params);
    return {
      sheet: "Claims",
      filters,
      moment: null,
      notes: () => notesOf(context, asked),
      columns: COLUMNS,
      rows: { query: query(context, asked).compile(context.db.read) },
      sum: { column: 14, name: "amount_pence" },
    };
  },
};

async function notesOf(context: Context, asked: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ submitted: number; received: number; unknown: number }>`
    select cast(coalesce(sum(case when claim.status in (${sql.join(NOT_CLAIMED)}) then 0 else claim.claimed_pence end), 0) as bigint) as submitted,
      cast(coalesce(sum(claim.received_pence), 0) as bigint) as received,
      cast(count(*) - count(claim.claimed_pence) as bigint) as unknown
    from claim join award on award.id = claim.award_id where ${asked}`.execute(context.db.aside);
  const { submitted = 0, received = 0, unknown = 0 } = rows[0] ?? {};
  return [
    `Of the column Amount ${formatPounds(submitted, "always")} stands in claims that were submitted. Drafts, signed claims and withdrawn ones are in the file too, with their status.`,
    `${formatPounds(received, "always")} came. It stands in the first row of each claim, so that the column adds up. What is not paid is never counted as received.`,
    ...(unknown === 0
      ? []
      : [
          `The amount of ${unknown} ${unknown === 1 ? "claim is" : "claims are"} not recorded. It is left empty, and so is what came where nothing is recorded of it: it is not £0.`,
        ]),
    "What the award gives is in the file of awards: awarded, claimed and received are three figures.",
  ];
}

function query(context: Context, asked: RawBuilder<unknown>) {
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
    join claim on claim.award_id = award.id
    left join claim_line on claim_line.claim_id = claim.id
    left join project on project.id = claim_line.project_id
    where ${asked}
    order by award.id, claim.number, claim_line.position`;
}
