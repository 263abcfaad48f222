import type { Context } from "#app/platform/context.server.ts";
import { changesInSum } from "../../changes/changes.queries.server.ts";
import type { Published } from "../published.ts";
import type { PublicSince } from "./public-since.rules.ts";
import { changesOfRecords } from "./record-changes.queries.server.ts";

/** What anybody may know of what changed since a report that is public, and has been found, was published. */
export async function publicSince(context: Context, published: Published): Promise<PublicSince> {
  const { partnershipId, asAt, knownAt, position } = published;
  const ledger = await changesInSum(context, partnershipId, { asAt, knownAt, position });
  const records = await changesOfRecords(context, published, null);
  return {
    ...ledger,
    records: records && { count: records.changes.length, more: records.next !== null },
  };
}
