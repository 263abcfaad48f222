import { formatDate } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import { getPublished, listPublished } from "../published/published.queries.server.ts";
import type { PublishedKind } from "../published/published.ts";
import type { Compared } from "./changes.schema.ts";

const SIDES = ["from", "to"] as const;

/** Kinds of published reports that are compared by what was kept of them. */
const BY_WHAT_WAS_KEPT: Partial<Record<PublishedKind, Compared>> = {
  success: "success",
  award_status: "award-status",
};

/**
 * The address under which published reports of success or of award status, of one partnership, are compared by what was kept
 * of them; null where it names none, or others.
 */
async function byWhatWasKept(context: Context, asked: URLSearchParams) {
  const address = new URLSearchParams(asked);
  const partnerships = new Set<number>();
  const kinds = new Set<Compared>();
  for (const side of SIDES) {
    const named = asked.get(`${side}-published`) ?? "";
    if (!/^[1-9]\d{0,14}$/.test(named)) continue;
    const { report, partnershipId } = await getPublished(context, Number(named));
    const kind = BY_WHAT_WAS_KEPT[report];
    if (kind === undefined) return null;
    kinds.add(kind);
    for (const name of [...address.keys()].filter((key) => key.startsWith(`${side}-`))) address.delete(name);
    address.set(`${side}-published`, named);
    partnerships.add(partnershipId);
  }
  const [partnershipId, ...others] = partnerships;
  const [of, ...otherKinds] = kinds;
  if (partnershipId === undefined || of === undefined || others.length + otherKinds.length > 0) return null;
  const isSettled = asked.get("of") === of && asked.get("partnership") === String(partnershipId);
  address.set("of", of);
  address.set("partnership", String(partnershipId));
  return { address, isSettled };
}

/** The published reports that can be compared, the newest first. */
export async function publishedChoices(context: Context): Promise<{ value: number; text: string }[]> {
  const { items } = await listPublished(context, null);
  return items.map(({ id, title, partnership, publishedAt, isWithdrawn }) => ({
    value: id,
    text: `${title}, ${partnership}, published ${formatDate(publishedAt.slice(0, 10))}${isWithdrawn ? ", withdrawn" : ""}`,
  }));
}

/**
 * An address that names published reports by their numbers, as the address of the moments to which they are pinned, of the
 * partnership of the first; null where it names none.
 * @throws NotFoundError for a report outside the scope, as for one that does not exist.
 */
export async function withPublishedSides(
  context: Context,
  asked: URLSearchParams,
): Promise<URLSearchParams | null> {
  const kept = await byWhatWasKept(context, asked);
  if (kept !== null) return kept.isSettled ? null : kept.address;
  const address = new URLSearchParams(asked);
  let partnershipId: number | null = null;
  for (const side of SIDES) {
    const named = asked.get(`${side}-published`) ?? "";
    address.delete(`${side}-published`);
    if (!/^[1-9]\d{0,14}$/.test(named)) continue;
    const published = await getPublished(context, Number(named));
    for (const name of [...address.keys()].filter((key) => key.startsWith(`${side}-`))) address.delete(name);
    address.set(`${side}-as-at`, published.asAt);
    address.set(`${side}-known-at`, published.knownAt);
    address.set(`${side}-position`, String(published.position));
    partnershipId ??= published.partnershipId;
  }
  if (partnershipId === null) return null;
  address.delete("of");
  address.set("partnership", String(partnershipId));
  return address;
}
