import { sql } from "kysely";
import { listAttachmentChoices } from "#app/attachments/index.server.ts";
import { recordAudit } from "#app/audit/index.server.ts";
import { formatDate } from "#app/core/calendar-date.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { awardBeganOn } from "../began.queries.server.ts";
import { refusalOfClosed } from "../closure/closed.queries.server.ts";
import { inForceOn } from "../ledger/in-force.server.ts";
import { refusalOfHold, refusalOfLifting } from "./hold.rules.ts";
import type { Lifting, NewHold } from "./hold.schema.ts";
import { findHold, listHolds } from "./holds.queries.server.ts";

/**
 * Puts an award on hold: nothing is refused of it and nothing stops being due, but everybody sees it.
 * @throws NotFoundError, ForbiddenError.
 */
export async function putOnHold(
  context: Context,
  awardId: number,
  input: NewHold,
): Promise<Result<{ awardId: number }>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  if (input.attachmentId !== null) {
    const documents = await listAttachmentChoices(context, { awardId });
    if (!documents.some(({ value }) => value === input.attachmentId))
      return fail({ attachmentId: "Choose an attachment from the list" });
  }
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    const closed = await refusalOfClosed(trx, awardId);
    if (closed !== null) return fail({ form: closed });
    const version = await trx
      .selectFrom("award_version")
      .select("kind")
      .where("id", "=", inForceOn(context.today, sql<number>`${awardId}`))
      .executeTakeFirst();
    if (version?.kind === "void") return fail({ form: "The award is void: nothing of it is on hold" });
    const [latest] = await listHolds(trx, awardId);
    if (latest?.liftedOn === null)
      return fail({ form: `The award is on hold since ${formatDate(latest.heldFrom)} already` });
    const refusal = refusalOfHold(input.heldFrom, {
      today: context.today,
      liftedOn: latest?.liftedOn ?? null,
      beganOn: await awardBeganOn(trx, awardId),
    });
    if (refusal !== null) return fail({ heldFrom: refusal });
    const row = { held_from: input.heldFrom, reason: input.reason, attachment_id: input.attachmentId };
    const recorded = { award_id: awardId, recorded_at: context.now(), recorded_by: personId(context) };
    await trx
      .insertInto("award_hold")
      .values({ ...row, ...recorded })
      .execute();
    await recordAudit(trx, context, {
      action: "put award on hold",
      recordType: "award",
      recordId: awardId,
      after: row,
    });
    return succeed({ awardId });
  });
}

/** Takes an award off hold. @throws NotFoundError, ForbiddenError; StaleError where it is not on hold. */
export async function takeOffHold(
  context: Context,
  awardId: number,
  { liftedOn, reason }: Lifting,
): Promise<Result<{ awardId: number }>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    const closed = await refusalOfClosed(trx, awardId);
    if (closed !== null) return fail({ form: closed });
    const hold = await findHold(trx, awardId);
    if (hold === null) throw new StaleError();
    const refusal = refusalOfLifting(liftedOn, hold.heldFrom, context.today);
    if (refusal !== null) return fail({ liftedOn: refusal });
    const lifted = { lifted_on: liftedOn, lifted_because: reason };
    await trx
      .updateTable("award_hold")
      .set({ ...lifted, lifted_at: context.now(), lifted_by: personId(context) })
      .where("id", "=", hold.id)
      .execute();
    await recordAudit(trx, context, {
      action: "take award off hold",
      recordType: "award",
      recordId: awardId,
      before: { held_from: hold.heldFrom, reason: hold.reason },
      after: lifted,
    });
    return succeed({ awardId });
  });
}
