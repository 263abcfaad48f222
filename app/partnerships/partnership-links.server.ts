import { fail, type Result, succeed } from "#app/core/result.ts";
import type { Writer } from "#db/open.server.ts";
import { mayStandAbove, type PartnershipKind, wouldMakeCircle } from "./partnership.rules.ts";

/** The local authorities that a partnership covers become these. */
export async function replaceAuthorities(trx: Writer, partnershipId: number, codes: readonly string[]) {
  await trx.deleteFrom("partnership_authority").where("partnership_id", "=", partnershipId).execute();
  if (codes.length === 0) return;
  await trx
    .insertInto("partnership_authority")
    .values(codes.map((local_authority_code) => ({ partnership_id: partnershipId, local_authority_code })))
    .execute();
}

/** Whether another partnership has the name. */
export async function isNameTaken(trx: Writer, name: string, exceptId: number): Promise<boolean> {
  const others = await trx.selectFrom("partnership").select("name").where("id", "<>", exceptId).execute();
  return others.some((other) => other.name.toLowerCase() === name.toLowerCase());
}

/** Whether every code is of a local authority that the register knows. */
export async function areAuthorities(trx: Writer, codes: readonly string[]): Promise<boolean> {
  if (codes.length === 0) return true;
  const known = await trx.selectFrom("local_authority").select("code").where("code", "in", codes).execute();
  return known.length === codes.length;
}

/** Refuses one above, or a successor, that is not there, not of a kind for it, or would make a circle. */
export async function checkAround(
  trx: Writer,
  partnership: { id: number; aboveId: number | null; successorId: number | null },
): Promise<Result<null>> {
  const rows = await trx
    .selectFrom("partnership")
    .select(["id", "kind", "parent_id", "successor_id"])
    .execute();
  const { id, aboveId, successorId } = partnership;
  if (aboveId !== null) {
    const above = rows.find((row) => row.id === aboveId);
    if (!above || !mayStandAbove(above.kind))
      return fail({ aboveId: "Choose a county partnership or group" });
    if (wouldMakeCircle(new Map(rows.map((row) => [row.id, row.parent_id])), id, aboveId)) {
      return fail({ aboveId: "A partnership cannot be above itself" });
    }
  }
  if (successorId !== null) {
    if (!rows.some((row) => row.id === successorId)) return fail({ successorId: "Choose a partnership" });
    if (wouldMakeCircle(new Map(rows.map((row) => [row.id, row.successor_id])), id, successorId)) {
      return fail({ successorId: "A partnership cannot follow itself" });
    }
  }
  return succeed(null);
}

/** Puts partnerships below a county partnership or group. */
export async function placeBelow(
  trx: Writer,
  above: { id: number; kind: PartnershipKind },
  belowIds: readonly number[],
): Promise<Result<null>> {
  if (belowIds.length === 0) return succeed(null);
  if (!mayStandAbove(above.kind)) {
    return fail({
      belowIds: "Only a county partnership or a county strategy group has partnerships below it",
    });
  }
  const changed = await trx
    .updateTable("partnership")
    .set((e) => ({ parent_id: above.id, version: e("version", "+", 1) }))
    .where("id", "in", belowIds)
    .executeTakeFirst();
  if (Number(changed.numUpdatedRows) !== belowIds.length) return fail({ belowIds: "Choose from the list" });
  return succeed(null);
}
