import type { Context } from "#app/platform/context.server.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { Database, Writer } from "#db/open.server.ts";
import { bidsInScope } from "../bid-scope.server.ts";
import type { Clarification } from "./clarification.ts";

const clarificationRows = keepQuery((reader, bidId: number) =>
  reader
    .selectFrom("bid_clarification")
    .leftJoin("person", "person.id", "bid_clarification.answered_by")
    .select([
      "bid_clarification.id",
      "question",
      "asked_on as askedOn",
      "due_on as dueOn",
      "answer",
      "answered_on as answeredOn",
      "person.name as answeredByName",
    ])
    .where("bid_id", "=", bidId)
    .orderBy("bid_clarification.id"),
);

/** What the funder asked about a bid, in the order of asking. */
export function listClarifications(
  reader: Database["read"] | Writer,
  bidId: number,
): Promise<Clarification[]> {
  return clarificationRows(reader, bidId);
}

/** Open questions of funders on bids that the actor may read, what is due first first; those without a day last. */
export async function listOpenClarifications(context: Context, limit: number) {
  const rows = await bidsInScope(context)
    .innerJoin("bid_clarification", "bid_clarification.bid_id", "bid.id")
    .select([
      "bid_clarification.id",
      "bid.id as bidId",
      "bid.reference",
      "bid.title",
      "bid_clarification.question",
      "bid_clarification.due_on as dueOn",
    ])
    .where("bid_clarification.answered_on", "is", null)
    .where("bid.status", "in", ["clarification_requested", "reserve"])
    .orderBy((e) => e.fn.coalesce("bid_clarification.due_on", e.val("9999")))
    .orderBy("bid_clarification.id")
    .limit(limit)
    .execute();
  return rows;
}
