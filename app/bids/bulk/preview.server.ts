import type { Context } from "#app/platform/context.server.ts";
import { type BulkChange, type BulkEffect, effectOn } from "./bulk.rules.ts";
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
  return bids.map((bid) => {
    const now = said(bid, change.kind, titles);
    const { id, reference, title, version } = bid;
    return {
      id,
      reference,
      title,
      version,
      awaitsSignOff: bid.status === "awaiting_sign_off",
      now,
      effect: withKept(effectOn(bid, change), change, now, titles),
    };
  });
}

/** A priority area is added: the bid has those that it had, and that one. */
function withKept(
  effect: BulkEffect,
  change: BulkChange,
  now: string | null,
  titles: ReadonlyMap<number, string>,
): BulkEffect {
  if (change.kind !== "add-priority" || !("becomes" in effect)) return effect;
  const added = titles.get(change.priority.id) ?? effect.becomes;
  return { becomes: now === null ? added : `${now}, ${added}` };
}

function said(bid: BulkBid, kind: BulkChange["kind"], titles: ReadonlyMap<number, string>): string | null {
  if (kind === "lead-officer") return bid.leadOfficer;
  if (kind === "owner") return bid.ownerName ?? "Nobody";
  return bid.priorityIds.map((id) => titles.get(id) ?? "another priority area").join(", ") || null;
}
