import { positionAtEndOf } from "#app/audit/index.server.ts";
import { awardsMatchingAt } from "#app/awards/index.server.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { OurAward } from "./match.rules.ts";

/** Whose awards, of which funder (and fund), as they stood on a day, as known at the end of another; null is now. */
export type Asked = {
  partnershipId: number;
  funderId: number;
  fundId: number | null;
  asAt: IsoDay;
  knownAt: IsoDay | null;
};

/**
 * The awards of a partnership that a funder's list should hold, oldest first, with what they may be known by there.
 * Void awards and those not yet in force are none of them.
 */
export async function listOurAwards(context: Context, asked: Asked): Promise<OurAward[]> {
  const { partnershipId, funderId, fundId, asAt, knownAt } = asked;
  const all = { search: null, open: null, beforeId: null, afterId: null };
  const position = knownAt === null ? await positionNow(context) : await positionAtEndOf(context, knownAt);
  let query = awardsMatchingAt(context, { ...all, partnershipId }, { asAt, position })
    .leftJoin("organisation as body", "body.id", "award.accountable_body_id")
    .leftJoin("award_terms as terms", "terms.award_id", "award.id")
    .innerJoin("funder", "funder.id", "version.funder_id")
    .select(["award.id", "award.reference", "award.recipient", "body.name as body"])
    .select(["terms.offer_reference", "terms.offered_on", "version.amount_pence", "version.amount_basis"])
    .select(["version.decided_on", "version.effective_on", "version.decision_reference"])
    .where("version.kind", "<>", "void")
    .where((e) => e.or([e("funder.id", "=", funderId), e("funder.merged_into_id", "=", funderId)]))
    .orderBy("award.id");
  if (fundId !== null) query = query.where("version.fund_id", "=", fundId);
  const rows = await query.execute();
  const details = await detailsOf(context, asked);
  return rows.map((row) => {
    const { references, names, dates } = details.get(row.id) ?? { references: [], names: [], dates: [] };
    return {
      id: row.id,
      references: known([row.reference, row.offer_reference, row.decision_reference, ...references]),
      amountPence: row.amount_pence,
      amountBasis: row.amount_basis ?? "not_recorded",
      names: known([row.body, row.recipient, ...names]),
      dates: known([row.decided_on, row.effective_on, row.offered_on, ...dates]),
    };
  });
}

async function positionNow({ db }: Context): Promise<number> {
  return (await db.read.selectFrom("audit_head").select("seq").executeTakeFirstOrThrow()).seq;
}

type Details = { references: string[]; names: string[]; dates: string[] };

/** Of every award of the partnership: the references and days of its earlier versions and agreements, and its partnerships. */
async function detailsOf({ db }: Context, { partnershipId }: Asked): Promise<Map<number, Details>> {
  const own = db.read
    .selectFrom("award_partnership")
    .select("award_id")
    .where("partnership_id", "=", partnershipId);
  const details = new Map<number, Details>();
  const of = (id: number) => {
    const known = details.get(id) ?? { references: [], names: [], dates: [] };
    details.set(id, known);
    return known;
  };
  const versions = await db.read
    .selectFrom("award_version")
    .select(["award_id", "decided_on", "effective_on", "decision_reference"])
    .where("award_id", "in", own)
    .where("sealed_at", "is not", null)
    .execute();
  for (const row of versions) {
    of(row.award_id).dates.push(...known([row.decided_on, row.effective_on]));
    of(row.award_id).references.push(...known([row.decision_reference]));
  }
  const agreements = await db.read
    .selectFrom("award_agreement")
    .select(["award_id", "reference"])
    .where("award_id", "in", own)
    .where("reference", "is not", null)
    .execute();
  for (const row of agreements) of(row.award_id).references.push(...known([row.reference]));
  const partnerships = await db.read
    .selectFrom("award_partnership")
    .innerJoin("partnership", "partnership.id", "award_partnership.partnership_id")
    .select(["award_id", "name"])
    .where("award_id", "in", own)
    .execute();
  for (const row of partnerships) of(row.award_id).names.push(row.name);
  return details;
}

function known(each: readonly (string | null)[]): string[] {
  return [...new Set(each.filter((one) => one !== null))];
}
