import { type RawBuilder, type SqlBool, sql } from "kysely";
import { endOfUkDay } from "#app/core/calendar-date.ts";
import { type Context, may, requirePermission } from "#app/platform/context.server.ts";
import { momentOf, type ReportMoment } from "#app/reports/index.server.ts";
import type { Dataset } from "../dataset.server.ts";
import type { ExportColumn } from "../export.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
import { asksForAnotherDay } from "../refusal.server.ts";
import { unusedBeside } from "../unused.server.ts";

const WHO = { person: "Person", operator: "Operator on the server", system: "The service itself" };

const COLUMNS: readonly ExportColumn[] = [
  { heading: "Entry", kind: "number" },
  { heading: "At", kind: "instant" },
  { heading: "Who", kind: "text", words: WHO },
  { heading: "Name", kind: "text" },
  { heading: "Action", kind: "text" },
  { heading: "Record", kind: "text" },
  { heading: "Number of the record", kind: "text" },
  { heading: "Before", kind: "text" },
  { heading: "After", kind: "text" },
];

/** What administrators look after: people, what all partnerships share, and what was taken out of the register. */
const OF_ADMINISTRATORS = [
  "person",
  "partnership",
  "funder",
  "fund",
  "round",
  "setting",
  "register",
  "export",
];

/**
 * The audit log: finance reads what concerns its own partnerships in full; administrators read of every entry who did what
 * and when, and what stood before and after where they look after it.
 */
export const audit: Dataset = {
  name: "audit",
  title: "Audit log",
  about: "One row for each thing that was done: who, when, to which record, what stood before and after.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "audit.read"),
  unused: (params) => unusedBeside(params, []),
  takesDay: true,
  contents: async (context, asked) => {
    const isAdministrator = may(context.actor, "people.manage");
    const moment = asksForAnotherDay(context, asked) ? await momentOf(context, asked) : null;
    return {
      sheet: "Audit log",
      filters: [],
      moment,
      notes: async () => [
        ...(moment === null
          ? []
          : ["It goes up to the end of the earlier of both days. Names of people are those of today."]),
        isAdministrator
          ? "Every entry of the log. What stood before and after is shown of people, partnerships, funders, funds, rounds, settings and exports, with the money masked; of bids, awards and other records of partnerships it is exported by finance, each of its own."
          : "What was done to the bids, awards, projects, measures, priority areas, published reports and reconciliations of the partnerships whose finance you look after.",
        "Nothing in the log is ever changed. The command verify proves that none is missing.",
      ],
      columns: COLUMNS.map((column) =>
        isAdministrator && ["Before", "After"].includes(column.heading)
          ? { ...column, kind: "masked" as const }
          : column,
      ),
      rows: { query: query(context, isAdministrator, moment).compile() },
      sum: null,
    };
  },
};

function query(context: Context, isAdministrator: boolean, moment: ReportMoment | null) {
  const own = financeIn(context);
  const isOwn = own.length > 0 ? isOfPartnerships(own) : sql<SqlBool>`1 = 0`;
  const looksAfter = sql<SqlBool>`(record_type in (${sql.join(OF_ADMINISTRATORS)}) or ${isOwn})`;
  const shown = (column: "before_json" | "after_json") =>
    (isAdministrator
      ? sql<string | null>`case when ${looksAfter} then ${sql.ref(column)} end`
      : sql<string | null>`${sql.ref(column)}`
    ).as(column);
  return context.db.read
    .selectFrom("audit_entry")
    .leftJoin("person", "person.id", "audit_entry.actor_id")
    .select([
      "audit_entry.seq",
      "audit_entry.at",
      "audit_entry.actor_kind",
      "person.name",
      "audit_entry.action",
      "audit_entry.record_type",
      "audit_entry.record_id",
      shown("before_json"),
      shown("after_json"),
    ])
    .where(isAdministrator ? sql<SqlBool>`1 = 1` : isOwn)
    .where(
      moment === null
        ? sql<SqlBool>`1 = 1`
        : sql<SqlBool>`(audit_entry.seq <= ${moment.position} and audit_entry.at < ${endOfUkDay(moment.asAt)})`,
    )
    .orderBy("audit_entry.seq", "desc");
}

function financeIn({ actor }: Context): number[] {
  if (actor.kind !== "person") return [];
  return [...actor.roles].filter(([, role]) => role === "finance").map(([id]) => id);
}

function isOfPartnerships(partnershipIds: readonly number[]): RawBuilder<SqlBool> {
  const own = sql.join([0, ...partnershipIds]);
  const among = (type: string, ids: RawBuilder<unknown>) =>
    sql`(record_type = ${type} and record_id in (${ids}))`;
  const held = (table: "project" | "measure" | "priority" | "published_report" | "reconciliation") =>
    among(table, sql`select cast(id as text) from ${sql.table(table)} where partnership_id in (${own})`);
  return sql`(${sql.join(
    [
      among("bid", sql`select cast(bid_id as text) from bid_partnership where partnership_id in (${own})`),
      among(
        "award",
        sql`select cast(award_id as text) from award_partnership where partnership_id in (${own})`,
      ),
      held("project"),
      held("measure"),
      held("priority"),
      held("published_report"),
      held("reconciliation"),
      among(
        "reading",
        sql`select cast(reading.id as text) from reading join measure on measure.id = reading.measure_id
          where measure.partnership_id in (${own})`,
      ),
    ],
    sql` or `,
  )})`;
}
