import { checkAuditChain } from "#app/audit/index.server.ts";
import { verifyCountedBids } from "#app/bids/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { verifyAwards } from "./verify-awards.server.ts";
import { verifySummaries } from "./verify-summaries.server.ts";

/**
 * Proves the whole register: what is stored is intact, lines = amount, postings = lines at every date as known at
 * every position, summaries = postings, bids as lists count them = bids, the audit chain is whole.
 * @returns what is wrong, in words; empty where nothing is.
 */
export async function verifyRegister(context: Context): Promise<string[]> {
  return [
    ...(await context.db.engine.checkIntegrity()),
    ...(await verifyAwards(context)),
    ...(await verifySummaries(context)),
    ...(await verifyCountedBids(context)),
    ...(await checkAuditChain(context)),
  ];
}
