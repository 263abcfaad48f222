import type { Context, Scope } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { Award, AwardPartnership, NamedAward } from "./award.ts";
import { awardInScope, bidOfAwardInScope } from "./award-scope.server.ts";

const awardRow = keepQuery((reader, { awardId, scope }: { awardId: number; scope: Scope }) =>
  reader
    .selectFrom("award")
    .leftJoin("bid", (join) => join.onRef("bid.id", "=", "award.bid_id").on(bidOfAwardInScope(scope)))
    .leftJoin("round", (join) =>
      join.on((e) => e("round.id", "=", e.fn.coalesce("award.round_id", "bid.round_id"))),
    )
    .leftJoin("organisation as body", "body.id", "award.accountable_body_id")
    .leftJoin("organisation as payer", "payer.id", "award.received_through_id")
    .selectAll("award")
    .select([
      "bid.id as its_bid_id",
      "bid.reference as bid_reference",
      "bid.title as bid_title",
      "round.id as its_round_id",
      "round.name as round_name",
    ])
    .select(["body.name as body_name", "payer.name as payer_name"])
    .where("award.id", "=", awardId)
    .where(awardInScope(scope)),
);

/**
 * An award with its partnerships, strands and where it comes from: of a bid that the person may not read, nothing.
 * @throws NotFoundError outside the scope too.
 */
export async function getAward(context: Context, id: number): Promise<Award> {
  const [row] = await awardRow(context.db.read, { awardId: id, scope: context.scope });
  if (!row) throw new NotFoundError("No such award");
  const partnerships = await partnershipsOf(context, [id]);
  return {
    id: row.id,
    reference: row.reference,
    title: row.title,
    bid:
      row.its_bid_id === null
        ? null
        : { id: row.its_bid_id, reference: row.bid_reference ?? "", title: row.bid_title ?? "" },
    round: row.its_round_id === null ? null : { id: row.its_round_id, name: row.round_name ?? "" },
    recordedByPartnershipId: row.recorded_by_partnership_id,
    partnerships: partnerships.get(id) ?? [],
    accountableBody: row.body_name,
    receivedThrough: row.payer_name,
    recipient: row.recipient,
    purpose: row.purpose,
    deliveryFrom: row.delivery_from,
    deliveryTo: row.delivery_to,
    statusNote: row.status_note,
    note: row.note,
    strands: await strandsOf(context.db.read, id),
    sourceDocumentId: row.source_document_id,
    sourceParagraph: row.source_paragraph,
  };
}

const awardsOfBid = keepQuery((reader, { bidId, scope }: { bidId: number; scope: Scope }) =>
  reader
    .selectFrom("award")
    .select(["award.id", "award.reference", "award.title"])
    .where("award.bid_id", "=", bidId)
    .where(awardInScope(scope))
    .orderBy("award.id"),
);

/** Awards that came of a bid, oldest first. */
export function listAwardsOfBid(context: Context, bidId: number) {
  return awardsOfBid(context.db.read, { bidId, scope: context.scope });
}

/**
 * Awards that a person may name as holding money of another: those in scope that share a partnership with it, by
 * reference.
 */
export async function listOtherAwards(context: Context, award: Award): Promise<NamedAward[]> {
  const partnershipIds = award.partnerships.map((each) => each.partnershipId);
  return context.db.read
    .selectFrom("award")
    .select(["award.id", "award.reference", "award.title"])
    .where("award.id", "<>", award.id)
    .where(awardInScope(context.scope))
    .where((e) =>
      e.exists(
        e
          .selectFrom("award_partnership")
          .select("award_partnership.award_id")
          .whereRef("award_partnership.award_id", "=", "award.id")
          .where("award_partnership.partnership_id", "in", [...partnershipIds, 0]),
      ),
    )
    .orderBy("award.reference")
    .execute();
}

/** Those of these awards that the person may read, by id: of others they may not know even the name. */
export async function readableAwards(
  context: Context,
  ids: readonly number[],
): Promise<Map<number, NamedAward>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db.read
    .selectFrom("award")
    .select(["award.id", "award.reference", "award.title"])
    .where("award.id", "in", [...new Set(ids)])
    .where(awardInScope(context.scope))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

const partnershipRows = keepQuery((reader, awardIds: readonly number[]) =>
  reader
    .selectFrom("award_partnership")
    .innerJoin("partnership", "partnership.id", "award_partnership.partnership_id")
    .select(["award_id", "partnership_id", "part", "partnership.name"])
    .where("award_id", "in", awardIds)
    .orderBy("part")
    .orderBy("partnership.name"),
);

/** The partnerships of each award, the lead first, then by name. */
export async function partnershipsOf(
  context: Context,
  awardIds: readonly number[],
): Promise<Map<number, AwardPartnership[]>> {
  const byAward = new Map<number, AwardPartnership[]>();
  if (awardIds.length === 0) return byAward;
  const rows = await partnershipRows(context.db.read, awardIds);
  for (const row of rows) {
    const list = byAward.get(row.award_id) ?? [];
    list.push({ partnershipId: row.partnership_id, name: row.name, part: row.part });
    byAward.set(row.award_id, list);
  }
  return byAward;
}

const strandsOf = keepQuery((reader, awardId: number) =>
  reader
    .selectFrom("award_strand")
    .leftJoin("theme", "theme.id", "award_strand.theme_id")
    .select(["award_strand.title", "theme.name as theme"])
    .where("award_id", "=", awardId)
    .orderBy("award_strand.position"),
);
