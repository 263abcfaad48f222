import type { Context, Scope } from "#app/platform/context.server.ts";
import { keepQuery } from "#db/kept-queries.ts";
import { CHANGE_DRAFT } from "../bid.queries.server.ts";
import { isBidInScope } from "../bid-scope.server.ts";
import { type DraftEdit, groupEdits, partsChanged } from "./draft-edits.rules.ts";

const NEWEST = 200;

const editRows = keepQuery(
  (reader, { bidId, recordId, scope }: { bidId: number; recordId: string; scope: Scope }) =>
    reader
      .selectFrom("audit_entry")
      .innerJoin("bid", (join) => join.on("bid.id", "=", bidId))
      .leftJoin("person", "person.id", "audit_entry.actor_id")
      .select([
        "audit_entry.at",
        "audit_entry.before_json",
        "audit_entry.after_json",
        "person.name as person_name",
      ])
      .where("audit_entry.record_type", "=", "bid")
      .where("audit_entry.record_id", "=", recordId)
      .where("audit_entry.action", "=", CHANGE_DRAFT)
      .where(isBidInScope(scope))
      .orderBy("audit_entry.seq", "desc")
      .limit(NEWEST),
);

/** Who changed what of a draft, newest first, at most the last 200 saves. None of a bid that the actor may not read. */
export async function listDraftEdits(context: Context, bidId: number): Promise<DraftEdit[]> {
  const rows = await editRows(context.db.read, { bidId, recordId: String(bidId), scope: context.scope });
  return groupEdits(
    rows.map((row) => ({
      at: row.at,
      personName: row.person_name,
      parts: partsChanged(read(row.before_json), read(row.after_json)),
    })),
  );
}

function read(json: string | null): Record<string, unknown> {
  return json === null ? {} : JSON.parse(json);
}
