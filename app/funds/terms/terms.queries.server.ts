import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { DeadlineChange, RoundTermsInFull } from "./terms.ts";

/** What a bid to a round can be held against, with all that is recorded beside it. @throws NotFoundError */
export async function getRoundTerms(context: Context, roundId: number): Promise<RoundTermsInFull> {
  const { read } = context.db;
  const round = await read.selectFrom("round").selectAll().where("id", "=", roundId).executeTakeFirst();
  if (!round) throw new NotFoundError(`No round ${roundId}`);
  const applicants = await read
    .selectFrom("round_applicant")
    .select("kind")
    .where("round_id", "=", roundId)
    .orderBy("kind")
    .execute();
  const years = await read
    .selectFrom("round_year")
    .select(["financial_year", "cap_pence"])
    .where("round_id", "=", roundId)
    .orderBy("financial_year")
    .execute();
  const themes = await read
    .selectFrom("round_theme")
    .innerJoin("theme", "theme.id", "round_theme.theme_id")
    .select(["theme.id", "theme.name"])
    .where("round_theme.round_id", "=", roundId)
    .orderBy("theme.name")
    .execute();
  return {
    roundId,
    opensOn: round.opens_on,
    closesAt: round.closes_at,
    withdrawnOn: round.withdrawn_on,
    withdrawnReason: round.withdrawn_reason,
    deliveryFrom: round.delivery_from,
    deliveryTo: round.delivery_to,
    capPence: round.cap_pence,
    matchBasisPoints: round.match_basis_points,
    inKindCounts: yesOrNo(round.in_kind_counts),
    applicantKinds: applicants.map(({ kind }) => kind),
    bidsPerArea: round.bids_per_area,
    years: years.map((row) => ({ year: row.financial_year, capPence: row.cap_pence })),
    noTransferBetweenYears: yesOrNo(round.no_transfer_between_years),
    capitalSharePercent: round.capital_share_percent,
    announcedOn: round.announced_on,
    expressionOfInterestBy: round.expression_of_interest_by,
    clarificationFrom: round.clarification_from,
    clarificationTo: round.clarification_to,
    portalUrl: round.portal_url,
    themes,
    version: round.version,
  };
}

/** What a funder fixed for a round beside its opening, closing and decision. Null is "not recorded". */
export type FunderDates = {
  expressionOfInterestBy: string | null;
  clarificationTo: string | null;
  withdrawnOn: string | null;
};

/** Of every round, by its id. */
export async function listFunderDates(context: Context): Promise<Map<number, FunderDates>> {
  const rows = await context.db.read
    .selectFrom("round")
    .select([
      "id",
      "expression_of_interest_by as expressionOfInterestBy",
      "clarification_to as clarificationTo",
      "withdrawn_on as withdrawnOn",
    ])
    .execute();
  return new Map(rows.map(({ id, ...dates }) => [id, dates]));
}

/** How the closing date of a round was moved, the last move first. */
export async function listDeadlineChanges(context: Context, roundId: number): Promise<DeadlineChange[]> {
  const rows = await context.db.read
    .selectFrom("round_deadline_change")
    .select(["was", "became", "changed_at"])
    .where("round_id", "=", roundId)
    .orderBy("id", "desc")
    .execute();
  return rows.map(({ was, became, changed_at }) => ({ was, became, at: changed_at }));
}

function yesOrNo(value: number | null): boolean | null {
  return value === null ? null : value === 1;
}
