import type { Context } from "#app/platform/context.server.ts";
import { type BulkChange, effectOn } from "./bulk.rules.ts";
import type { BulkQuestion } from "./bulk.schema.ts";
import type { BulkBid } from "./bulk-bids.queries.server.ts";
import type { PreviewRow } from "./bulk-preview.tsx";
import { findChange } from "./change-in-bulk.server.ts";

/** What each bid says now and would say after the change; null where the change names nothing that there is. */
export async function previewOf(
  context: Context,
  bids: readonly BulkBid[],
  question: BulkQuestion,
  priorities: readonly { id: number; text: string }[],
): Promise<PreviewRow[] | null> {
  const change = await findChange(context, question);
  if (change === null) return null;
  const titles = new Map(priorities.map(({ id, text }) => [id, text]));
  return bids.map((bid) => ({
    id: bid.id,
    reference: bid.reference,
    title: bid.title,
    version: bid.version,
    now: said(bid, change.kind, titles),
    effect: effectOn(bid, change),
  }));
}

function said(bid: BulkBid, kind: BulkChange["kind"], titles: ReadonlyMap<number, string>): string | null {
  if (kind === "lead-officer") return bid.leadOfficer;
  if (kind === "owner") return bid.ownerName ?? "Nobody";
  return bid.priorityIds.map((id) => titles.get(id) ?? "another priority area").join(", ") || null;
}
