import { sql } from "kysely";
import { isBidInScope } from "#app/bids/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { YearlySource } from "./yearly.ts";

/** The documents in which a partnership's facts were published: its own, and those of its records; by title. */
export async function listYearlySources(context: Context, partnershipId: number): Promise<YearlySource[]> {
  const own = (table: string) =>
    sql`select source_document_id from ${sql.table(table)} where partnership_id = ${partnershipId}`;
  const { rows } = await sql<{
    title: string;
    body: string | null;
    report_date: string | null;
    meeting_date: string | null;
  }>`
    select title, body, report_date, meeting_date from source_document
    where id in (
      select source_document_id from partnership where id = ${partnershipId}
      union ${own("priority")} union ${own("project")} union ${own("measure")}
      union select bid.source_document_id from bid
        join bid_partnership as taking on taking.bid_id = bid.id and taking.partnership_id = ${partnershipId}
        where ${isBidInScope(context.scope)})
    order by title, id`.execute(context.db.read);
  return rows.map(({ title, body, report_date, meeting_date }) => ({
    title,
    body,
    date: report_date ?? meeting_date,
  }));
}
