import { sql } from "kysely";
import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, may, requirePermission } from "#app/platform/context.server.ts";
import { ForbiddenError, StaleError } from "#app/platform/errors.ts";
import type { Writer } from "#db/open.server.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import { listPossibleTeam } from "./possible-team.server.ts";
import { listTeam } from "./team.queries.server.ts";
import type { TeamInput } from "./team.schema.ts";
import { type Colleague, idsOf, type TeamMember } from "./team.ts";

/**
 * Says anew who looks after a bid: its owner and helpers write for one of its partnerships, its watchers read it. Whoever
 * has a part already may keep it, also without a role any more.
 * @throws NotFoundError, ForbiddenError, StaleError.
 */
export async function changeTeam(context: Context, bidId: number, input: TeamInput): Promise<Result<null>> {
  requirePermission(context, "bid.write");
  const bid = await getBid(context, bidId);
  if (!may(context.actor, "bid.write", writablePartnerships(bid))) throw new ForbiddenError("bid.write");
  const before = await listTeam(context.db.read, bidId);
  const { writers, readers } = await listPossibleTeam(context, bid, before);
  const unknown = (ids: readonly number[], among: readonly Colleague[]) =>
    ids.some((id) => !among.some((one) => one.id === id));
  if (input.ownerId !== null && unknown([input.ownerId], writers)) {
    return fail({ ownerId: "Choose from the list" });
  }
  if (unknown(input.helperIds, writers)) return fail({ helperIds: "Choose from the list" });
  if (unknown(input.watcherIds, readers)) return fail({ watcherIds: "Choose from the list" });
  return context.db.write(async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    await touchBid(trx, bidId, input.version);
    await trx.deleteFrom("bid_team").where("bid_id", "=", bidId).execute();
    const rows = [
      ...(input.ownerId === null ? [] : [{ person_id: input.ownerId, part: "owner" as const }]),
      ...input.helperIds.map((person_id) => ({ person_id, part: "helper" as const })),
      ...input.watcherIds.map((person_id) => ({ person_id, part: "watcher" as const })),
    ];
    if (rows.length > 0) {
      const team = rows.map((row) => ({ bid_id: bidId, ...row }));
      await trx.insertInto("bid_team").values(team).execute();
    }
    const { ownerId, helperIds, watcherIds } = input;
    await recordAudit(trx, context, {
      action: "set team of bid",
      recordType: "bid",
      recordId: bidId,
      before: teamIds(before),
      after: { ownerId, helperIds, watcherIds },
    });
    return succeed(null);
  });
}

/**
 * Makes somebody the owner of a bid, in the transaction that changes it; whoever was it before is of the team no more.
 * @param version the version that was read. @throws StaleError where the bid was changed since.
 */
export async function setOwner(
  trx: Writer,
  context: Context,
  bid: { id: number; version: number },
  personId: number,
): Promise<void> {
  await touchBid(trx, bid.id, bid.version);
  const before = await listTeam(trx, bid.id);
  await trx
    .deleteFrom("bid_team")
    .where("bid_id", "=", bid.id)
    .where((e) => e.or([e("part", "=", "owner"), e("person_id", "=", personId)]))
    .execute();
  await addOwner(trx, bid.id, personId);
  await recordAudit(trx, context, {
    action: "set owner of bid",
    recordType: "bid",
    recordId: bid.id,
    before: { ownerId: idsOf(before, "owner")[0] ?? null },
    after: { ownerId: personId },
  });
}

/**
 * Gives the place that somebody has as a helper or a watcher to somebody else, in the transaction that hands it over. Who
 * takes it over and is of the team already keeps their own part, and the place ends.
 * @param version the version that was read. @throws StaleError where the bid was changed since.
 */
export async function passPlace(
  trx: Writer,
  context: Context,
  bid: { id: number; version: number },
  { from, to }: { from: number; to: number },
): Promise<void> {
  await touchBid(trx, bid.id, bid.version);
  const before = await listTeam(trx, bid.id);
  const place = before.find(({ personId }) => personId === from);
  if (!place) throw new StaleError();
  await trx.deleteFrom("bid_team").where("bid_id", "=", bid.id).where("person_id", "=", from).execute();
  if (!before.some(({ personId }) => personId === to)) {
    await trx.insertInto("bid_team").values({ bid_id: bid.id, person_id: to, part: place.part }).execute();
  }
  await recordAudit(trx, context, {
    action: "hand over place in team of bid",
    recordType: "bid",
    recordId: bid.id,
    before: teamIds(before),
    after: teamIds(await listTeam(trx, bid.id)),
  });
}

/** The first owner of a bid, in the transaction that enters it. */
export async function addOwner(trx: Writer, bidId: number, personId: number): Promise<void> {
  await sql`insert into bid_team (bid_id, person_id, part) values (${bidId}, ${personId}, 'owner')`.execute(
    trx,
  );
}

async function touchBid(trx: Writer, id: number, version: number): Promise<void> {
  const updated = await trx
    .updateTable("bid")
    .set({ version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) throw new StaleError();
}

function teamIds(team: readonly TeamMember[]) {
  return {
    ownerId: idsOf(team, "owner")[0] ?? null,
    helperIds: idsOf(team, "helper"),
    watcherIds: idsOf(team, "watcher"),
  };
}
