import { lastDayOf, type PartialDate } from "#app/core/calendar-date.ts";
import { getRound, getRoundTerms } from "#app/funds/index.server.ts";
import { ukLocalTime } from "#app/funds/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Bid } from "../bid.ts";
import { isBidInScope } from "../bid-scope.server.ts";
import type { BidContent } from "../content/content.ts";
import { LIVE_STATUSES } from "../content/live.ts";
import { listSameMatch, type SameMatch } from "../match/same-match.queries.server.ts";
import { listSubmissions } from "../submission/submissions.queries.server.ts";
import { listAgreedExceptions } from "./agreed-exceptions.queries.server.ts";
import { checkAgainstRound } from "./round-check.rules.ts";
import type { AgreedException, Breach } from "./round-check.ts";
import { termsToCheck } from "./terms-to-check.ts";

/** How a bid stands to the rules of its round, and what its readers are warned of. */
export type RoundCheck = {
  /** False where the bid names no round: then nothing was checked. */
  hasRound: boolean;
  breaches: Breach[];
  /** What the funder agreed to, whether or not the bid still breaks the rule. */
  exceptions: AgreedException[];
  sameMatch: SameMatch[];
};

/** Checks a live bid; null for one that is decided. */
export async function getRoundCheck(
  context: Context,
  bid: Bid,
  content: BidContent,
): Promise<RoundCheck | null> {
  if (!LIVE_STATUSES.some((status) => status === bid.status)) return null;
  const sameMatch = await listSameMatch(context, bid.id, content.match.match);
  if (bid.round === null) return { hasRound: false, breaches: [], exceptions: [], sameMatch };
  const round = await getRound(context, bid.round.id);
  const terms = termsToCheck(round, await getRoundTerms(context, round.id));
  const breaches = checkAgainstRound(
    {
      requestedPence: bid.requestedPence,
      applicantKind: content.people.applicantKind,
      costs: content.costs.costs,
      match: content.match.match,
      at:
        bid.submittedOn === null
          ? ukLocalTime(context.now())
          : await sentAt(context, bid.id, bid.submittedOn),
      isSubmitted: bid.submittedOn !== null,
      bidsOfArea: terms.bidsPerArea === null ? 1 : await countBidsOfArea(context, bid, bid.round.id),
    },
    terms,
  );
  return { hasRound: true, breaches, exceptions: await listAgreedExceptions(context, bid.id), sameMatch };
}

/** When a bid was sent, UK local time; the day alone where the time is not recorded. */
async function sentAt({ db }: Context, bidId: number, submittedOn: PartialDate): Promise<string> {
  const [last] = await listSubmissions(db.read, bidId);
  const day = lastDayOf(submittedOn);
  return last?.submittedOn === day && last.submittedTime !== null ? `${day}T${last.submittedTime}` : day;
}

/**
 * The bids to a round that are not refused or withdrawn, of the partnerships in the police area of this bid's lead, or
 * of that lead where its police area is not recorded. Each bid counts once.
 */
async function countBidsOfArea(context: Context, bid: Bid, roundId: number): Promise<number> {
  const leadId = bid.partnerships.find(({ part }) => part === "lead")?.id ?? bid.recordedByPartnershipId;
  const lead = await context.db.read
    .selectFrom("partnership")
    .select("police_area")
    .where("id", "=", leadId)
    .executeTakeFirst();
  const area = lead?.police_area ?? null;
  const { count } = await context.db.read
    .selectFrom("bid")
    .innerJoin("bid_partnership", (join) =>
      join.onRef("bid_partnership.bid_id", "=", "bid.id").on("bid_partnership.part", "=", "lead"),
    )
    .innerJoin("partnership", "partnership.id", "bid_partnership.partnership_id")
    .select((e) => e.fn.countAll<number>().as("count"))
    .where("bid.round_id", "=", roundId)
    .where("bid.id", "<>", bid.id)
    .where("bid.status", "not in", ["unsuccessful", "withdrawn"])
    .where((e) =>
      area === null ? e("partnership.id", "=", leadId) : e("partnership.police_area", "=", area),
    )
    .where(isBidInScope(context.scope))
    .executeTakeFirstOrThrow();
  return Number(count) + 1;
}
