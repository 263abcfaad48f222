import type { Context } from "#app/platform/context.server.ts";
import { type LikelyPair, likelyPairs, type OpenSide } from "./likely.rules.ts";
import { listOurAwards } from "./our-awards.queries.server.ts";
import type { ItemKind } from "./reconciliation.ts";
import { listItems, type Reconciliation, type ShownItem } from "./reconciliations.queries.server.ts";

/** Which of the items shown are likely the same as one of the other side, by their numbers. */
export async function listLikely(
  context: Context,
  run: Reconciliation,
  shown: ItemKind,
): Promise<(LikelyPair & { ours: ShownItem; theirs: ShownItem })[]> {
  if (shown !== "ours_only" && shown !== "theirs_only") return [];
  const [ours, theirs] = [
    await openItems(context, run.id, "ours_only"),
    await openItems(context, run.id, "theirs_only"),
  ];
  if (ours.size === 0 || theirs.size === 0) return [];
  const awards = new Map((await listOurAwards(context, run)).map((award) => [award.id, award]));
  const ourSides = [...ours.values()].map((item): OpenSide => {
    const award = awards.get(item.awardId ?? 0);
    return {
      id: item.id,
      references: award?.references ?? [],
      names: award?.names ?? [],
      pence: item.oursPence,
      dates: award?.dates ?? [],
    };
  });
  const theirSides = [...theirs.values()].map(
    (item): OpenSide => ({
      id: item.id,
      references: item.theirReference === null ? [] : [item.theirReference],
      names: item.theirRecipient === null ? [] : [item.theirRecipient],
      pence: item.theirsPence,
      dates: item.theirDate === null ? [] : [item.theirDate],
    }),
  );
  return likelyPairs(ourSides, theirSides).flatMap((pair) => {
    const [our, their] = [ours.get(pair.oursId), theirs.get(pair.theirsId)];
    return our && their ? [{ ...pair, ours: our, theirs: their }] : [];
  });
}

/** The first items of a kind that nobody has accepted: pages of more are looked at one by one. */
async function openItems(context: Context, id: number, kind: ItemKind): Promise<Map<number, ShownItem>> {
  const { items } = await listItems(context, id, kind, null);
  return new Map(items.filter(({ reason }) => reason === null).map((item) => [item.id, item]));
}
