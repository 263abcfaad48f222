import { sql } from "kysely";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Dataset } from "../dataset.server.ts";
import type { ExportColumn } from "../export.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
import { idIn } from "../partnership-asked.server.ts";
import { unusedBeside } from "../unused.server.ts";
import { BASIS_NAMES } from "./awards.server.ts";

/** In the order in which the page shows them. */
const FINDINGS = {
  differs: "Amount differs",
  ours_only: "Ours only",
  theirs_only: "Theirs only",
  agreed: "Agreed",
};

const COLUMNS: readonly ExportColumn[] = [
  { heading: "List", kind: "text" },
  { heading: "Partnership", kind: "text" },
  { heading: "Finding", kind: "text", words: FINDINGS },
  { heading: "Our award", kind: "text" },
  { heading: "Title", kind: "text" },
  { heading: "Their rows", kind: "text" },
  { heading: "Their reference", kind: "text" },
  { heading: "Their recipient", kind: "text" },
  { heading: "Their date", kind: "day" },
  {
    heading: "Tied by",
    kind: "text",
    words: { reference: "reference", amount: "amount, recipient and date" },
  },
  { heading: "Ours", kind: "pence" },
  { heading: "Amount basis", kind: "text", words: BASIS_NAMES },
  { heading: "Theirs", kind: "pence" },
  { heading: "Difference", kind: "pence" },
  { heading: "State", kind: "text", words: { agreed: "Agreed", accepted: "Accepted", open: "Open" } },
  { heading: "Accepted because", kind: "text" },
  { heading: "Accepted by", kind: "text" },
  { heading: "As at", kind: "day" },
  { heading: "As it was known on", kind: "day" },
];

/** A funder's list held against our awards, as it was found on its day: one of them, or all, the newest first. */
export const reconciliation: Dataset = {
  name: "reconciliation",
  title: "Reconciliation with a funder’s list",
  about: "One row for each of our awards and of their rows, with both amounts and what was made of it.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  unused: (params) => unusedBeside(params, ["reconciliation"]),
  contents: async (context, { params }) => {
    const id = idIn(params, "reconciliation");
    return {
      sheet: "Reconciliation",
      filters: id === null ? [] : [["List", await titleOf(context, id)]],
      moment: null,
      notes: async () => [
        "The columns Ours and Theirs come to the totals of the page of each list.",
        "An amount that is not recorded, or that cannot be read in the list, is left empty. It is not £0, and there is no difference to it.",
      ],
      columns: COLUMNS,
      rows: { query: query(context, id).compile() },
      sum: { column: COLUMNS.findIndex(({ heading }) => heading === "Ours"), name: "ours_pence" },
    };
  },
};

function inScope({ db, scope }: Context) {
  const all = db.read.selectFrom("reconciliation");
  return scope.all ? all : all.where("reconciliation.partnership_id", "in", [0, ...scope.partnershipIds]);
}

async function titleOf(context: Context, id: number): Promise<string> {
  const row = await inScope(context).select("title").where("id", "=", id).executeTakeFirst();
  if (!row) throw new NotFoundError(`No reconciliation ${id}`);
  return row.title;
}

function query(context: Context, id: number | null) {
  const rows = inScope(context)
    .innerJoin("reconciliation_item as item", "item.reconciliation_id", "reconciliation.id")
    .innerJoin("partnership", "partnership.id", "reconciliation.partnership_id")
    .leftJoin("award", "award.id", "item.award_id")
    .leftJoin("reconciliation_acceptance as acceptance", "acceptance.item_id", "item.id")
    .leftJoin("person as accepter", "accepter.id", "acceptance.accepted_by")
    .select(["reconciliation.title as list", "partnership.name as partnership"])
    .select("item.kind")
    .select(["award.reference", "award.title", "item.their_rows", "item.their_reference"])
    .select(["item.their_recipient", "item.their_date", "item.matched_by"])
    .select(["item.ours_pence", "item.ours_basis", "item.theirs_pence"])
    .select(sql<number | null>`item.theirs_pence - item.ours_pence`.as("difference"))
    .select(
      sql<string>`case when item.kind = 'agreed' then 'agreed' when acceptance.item_id is null then 'open'
        else 'accepted' end`.as("state"),
    )
    .select(["acceptance.reason", "accepter.name as accepted_by"])
    .select(["reconciliation.as_at", "reconciliation.known_on"]);
  const places = Object.keys(FINDINGS).map((kind, place) => sql`when ${kind} then ${sql.lit(place)}`);
  return (id === null ? rows : rows.where("reconciliation.id", "=", id))
    .orderBy("reconciliation.id", "desc")
    .orderBy(sql`case item.kind ${sql.join(places, sql` `)} end`)
    .orderBy("item.id");
}
