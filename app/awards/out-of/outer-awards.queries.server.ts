import type { IsoDay } from "#app/core/calendar-date.ts";
import { sumPence } from "#app/core/money.ts";
import type { Context } from "#app/platform/context.server.ts";
import { keepQuery } from "#db/kept-queries.ts";
import { readableAwards } from "../awards.queries.server.ts";
import type { DraftWarning } from "../draft-warnings.rules.ts";
import type { Draft } from "../drafts.queries.server.ts";
import { findVersionInForce } from "../ledger/in-force.server.ts";
import { findOverAllocation } from "../over-allocation/over-allocation.queries.server.ts";
import { allocatablePence } from "../over-allocation/over-allocation.ts";
import type { LineInput } from "../version.rules.ts";
import { listLines } from "../versions.queries.server.ts";
import { moneyOf, placeWords } from "./out-of.queries.server.ts";
import { insideOf, outOfValue } from "./out-of.rules.ts";
import { type OuterAward, warnOfUnusedOuter } from "./warn-of-outer.rules.ts";

/** The awards that these lines of an award come out of, with what others take out of them on a day. */
export async function outerAwardsOf(
  context: Context,
  awardId: number,
  lines: readonly LineInput[],
  day: IsoDay,
): Promise<OuterAward[]> {
  const ids = [...new Set(lines.flatMap((line) => line.inside?.awardId ?? []))];
  const awards = await readableAwards(context, ids);
  return Promise.all(
    ids.map(async (id) => {
      const version = await findVersionInForce(context.db.read, id, day);
      const percentage = (await findOverAllocation(context.db.read, id))?.percentage ?? 100;
      const taken = (await takenParts(context.db.read, { awardId: id, day })).filter(
        ({ innerId }) => innerId !== awardId,
      );
      const amountPence = version?.amount_pence ?? null;
      return {
        id,
        award: awards.get(id) ?? null,
        amountPence: amountPence === null ? null : allocatablePence(amountPence, percentage),
        takenByOthersPence: sumPence(taken.map(({ pence }) => pence)),
        money: [...(await moneyOf(context, id, day))].map(([value, same]) => ({
          value,
          words: placeWords(same),
          amountPence: allocatablePence(sumPence(same.map((line) => line.amountPence ?? 0)), percentage),
          takenByOthersPence: sumPence(
            taken.filter((part) => outOfValue({ ...part, awardId: id }) === value).map(({ pence }) => pence),
          ),
        })),
      };
    }),
  );
}

/** What each other award takes on a day out of each part of one, pence. */
const takenParts = keepQuery((reader, { awardId, day }: { awardId: number; day: IsoDay }) =>
  reader
    .selectFrom("posting")
    .innerJoin("award_version", "award_version.id", "posting.version_id")
    .select(["award_version.award_id as innerId", "posting.partnership_id as partnershipId"])
    .select(["posting.financial_year as financialYear", "posting.project_id as projectId"])
    .select(["posting.priority_id as priorityId", "posting.stream"])
    .select((e) => e.cast<number>(e.fn.sum("posting.passed_on_pence"), "bigint").as("pence"))
    .where("posting.award_id", "=", awardId)
    .whereRef("award_version.award_id", "<>", "posting.award_id")
    .where("posting.effective_on", "<=", day)
    .groupBy(["award_version.award_id", "posting.partnership_id", "posting.financial_year"])
    .groupBy(["posting.project_id", "posting.priority_id", "posting.stream"]),
);

/** Awards that a draft is said to be paid out of while, as it was last saved, no line comes out of them. */
export async function unusedOuterOf(context: Context, draft: Draft): Promise<DraftWarning[]> {
  const ids = draft.outOfIds ?? [];
  if (ids.length === 0 || draft.kind === "void") return [];
  const base = await listLines(context, draft.baseVersionId);
  const awards = await readableAwards(context, ids);
  const said = await Promise.all(
    ids.map(async (id) => ({
      id,
      award: awards.get(id) ?? null,
      hasMoney: (await moneyOf(context, id, draft.effectiveOn)).size > 0,
    })),
  );
  const usedIds = draft.lines.flatMap((line) => insideOf(base, line)?.awardId ?? []);
  return warnOfUnusedOuter(said, usedIds, draft.effectiveOn);
}
