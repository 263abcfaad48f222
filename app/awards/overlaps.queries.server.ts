import { sql } from "kysely";
import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { NamedAward } from "./award.ts";
import { readableAwards } from "./awards.queries.server.ts";
import { countedAwards } from "./counted-awards.queries.server.ts";
import { inForceOn } from "./ledger/in-force.server.ts";
import { mostInBoth } from "./overlap.rules.ts";

/** A pair of awards of which one may hold money of the other. */
export type Overlap = {
  /** The other award; null where the person may not read it. */
  award: NamedAward | null;
  /** True where this award may hold money of the other, false where the other may hold money of this one. */
  includesOther: boolean;
  /** As the award says that may hold the other's money: null too where the person may not read that award. */
  note: string | null;
  /**
   * The most of what the two count for today that can be the same money, in pence: at most so much may be counted twice.
   * Null where the person may not read the other award: it would tell what that one comes to.
   */
  upToPence: number | null;
};

const pairRows = keepQuery((reader, { awardId, today }: { awardId: number; today: IsoDay }) =>
  reader
    .selectFrom("version_may_include as pair")
    .innerJoin("award_version as version", "version.id", "pair.version_id")
    .select(["version.award_id as holder_id", "pair.other_award_id as other_id", "pair.note"])
    .where((e) =>
      e.or([
        e(
          "pair.version_id",
          "in",
          e
            .selectFrom("award_version")
            .select("award_version.id")
            .where("award_version.award_id", "=", awardId),
        ),
        e("pair.other_award_id", "=", awardId),
      ]),
    )
    .where((e) => e("version.id", "=", inForceOn(today, e.ref("version.award_id"))))
    .where("version.kind", "<>", "void"),
);

/** The pairs that this award stands in today, in the order in which the other awards were recorded. */
export async function listOverlaps(context: Context, awardId: number): Promise<Overlap[]> {
  const rows = await pairRows(context.db.read, { awardId, today: context.today });
  if (rows.length === 0) return [];
  const others = rows.map((row) => (row.holder_id === awardId ? row.other_id : row.holder_id));
  const awards = await readableAwards(context, others);
  const isToday = sql`posting.effective_on <= ${context.today}`;
  const counted = await countedAwards(context.db.read, [awardId, ...others], isToday);
  const own = counted.get(awardId);
  return rows
    .map((row, index) => {
      const otherId = others[index] as number;
      const award = awards.get(otherId) ?? null;
      const includesOther = row.holder_id === awardId;
      const other = counted.get(otherId);
      return {
        otherId,
        award,
        includesOther,
        note: includesOther || award ? row.note : null,
        upToPence: award ? (own && other ? mostInBoth(own, other) : 0) : null,
      };
    })
    .sort((a, b) => a.otherId - b.otherId)
    .map(({ otherId: _id, ...overlap }) => overlap);
}
