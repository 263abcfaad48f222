import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { momentOf } from "#app/reports/index.server.ts";
import { countLeftOut, grants, grantsQuery, published } from "./datasets/grants.queries.server.ts";
import { NO_PREFIX } from "./datasets/three-sixty-giving.server.ts";
import type { Publisher } from "./export.ts";

const SHOWN = 50;

export type GrantsPreview = Awaited<ReturnType<typeof previewGrants>>;

/** What would be made public today, and what would not, before anybody publishes it. The newest awards first. */
export async function previewGrants(context: Context, publisher: Publisher) {
  requirePermission(context, "register.read");
  const moment = await momentOf(context, { asAt: null, knownAt: null });
  const prefix = publisher.prefix ?? NO_PREFIX;
  const rows = await grantsQuery(context, moment, { ...publisher, prefix })
    .select("award.reference")
    .limit(SHOWN)
    .execute();
  const { count } = await published(grants(context, moment))
    .select((e) => e.cast<number>(e.fn.countAll(), "bigint").as("count"))
    .executeTakeFirstOrThrow();
  return {
    hasPrefix: publisher.prefix !== null,
    count,
    leftOut: await countLeftOut(grants(context, moment)),
    grants: rows.map((row) => ({
      // What an identifier would begin with is not known yet, and nothing else is shown for one.
      identifier: publisher.prefix === null ? null : row.identifier,
      reference: row.reference,
      title: row.title,
      description: row.description,
      awardDate: row.award_date,
      amountPence: row.amount_pence,
      recipient: row.recipient_name,
      funder: row.funder_name,
      programme: row.programme_title,
      priority: row.priority_title,
    })),
  };
}
