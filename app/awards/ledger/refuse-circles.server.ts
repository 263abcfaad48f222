import type { Writer } from "#db/open.server.ts";
import { findVersionInForce } from "./in-force.server.ts";

/**
 * Finds whether money would run in a circle: an award inside one that is, directly or by way of others, inside it.
 * Looked at on each day on which the chain changes, from the new version's day on.
 * @returns the id of the outer award that closes the circle, or null.
 */
export async function findCircle(
  transaction: Writer,
  awardId: number,
  outerAwardIds: readonly number[],
  effectiveOn: string,
): Promise<number | null> {
  const chain = await awardsOutwardFrom(transaction, outerAwardIds);
  if (!chain.has(awardId)) return null;
  for (const day of await daysOfChange(transaction, [...chain], effectiveOn)) {
    for (const outerId of outerAwardIds) {
      if (await reaches(transaction, outerId, awardId, day, new Set())) return outerId;
    }
  }
  return null;
}

/** The awards given and every award that one of them has ever, in any sealed version, been inside. */
async function awardsOutwardFrom(transaction: Writer, awardIds: readonly number[]): Promise<Set<number>> {
  const reached = new Set(awardIds);
  let edge = [...reached];
  while (edge.length > 0) {
    const rows = await transaction
      .selectFrom("allocation_line")
      .select("inside_award_id")
      .distinct()
      .where("award_id", "in", edge)
      .where("inside_award_id", "is not", null)
      .execute();
    edge = rows.map((row) => row.inside_award_id as number).filter((id) => !reached.has(id));
    for (const id of edge) reached.add(id);
  }
  return reached;
}

async function daysOfChange(
  transaction: Writer,
  awardIds: readonly number[],
  from: string,
): Promise<string[]> {
  const rows = await transaction
    .selectFrom("award_version")
    .select("effective_on")
    .distinct()
    .where("award_id", "in", awardIds)
    .where("sealed_at", "is not", null)
    .where("effective_on", ">", from)
    .execute();
  return [from, ...rows.map((row) => row.effective_on)];
}

async function reaches(
  transaction: Writer,
  fromAwardId: number,
  targetAwardId: number,
  day: string,
  seen: Set<number>,
): Promise<boolean> {
  if (fromAwardId === targetAwardId) return true;
  if (seen.has(fromAwardId)) return false;
  seen.add(fromAwardId);
  const version = await findVersionInForce(transaction, fromAwardId, day);
  if (!version) return false;
  const outers = await transaction
    .selectFrom("allocation_line")
    .select("inside_award_id")
    .distinct()
    .where("version_id", "=", version.id)
    .where("inside_award_id", "is not", null)
    .execute();
  for (const { inside_award_id: outerId } of outers) {
    if (outerId !== null && (await reaches(transaction, outerId, targetAwardId, day, seen))) return true;
  }
  return false;
}
