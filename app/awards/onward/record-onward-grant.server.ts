import { recordAudit } from "#app/audit/index.server.ts";
import { firstDayOf } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { Writer } from "#db/open.server.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { refusalOfClosed } from "../closure/closed.queries.server.ts";
import { refusalOfAmount, refusalOfSame, takenPence } from "./onward-grant.rules.ts";
import type { NewOnwardGrant } from "./onward-grant.schema.ts";
import type { OnwardGrant } from "./onward-grant.ts";
import { getOnwardGrant, holdingOf, listOnwardGrants } from "./onward-grants.queries.server.ts";

/**
 * Records a grant to a delivery organisation out of an award, or changes what is recorded of one. Refused where
 * another says the same, above what the award has left (of two at once, the later one sees the earlier one) and below what was paid already.
 * @param grant the one that is changed, in the version that was read; null for a new one. @throws NotFoundError, ForbiddenError, StaleError.
 */
export async function recordOnwardGrant(
  context: Context,
  awardId: number,
  grant: { id: number; version: number } | null,
  input: NewOnwardGrant,
): Promise<Result<{ id: number; number: number }>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  if (input.agreedOn !== null && firstDayOf(input.agreedOn) > context.today) {
    return fail({ agreedOn: "The date of the agreement must not be in the future" });
  }
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    const closed = await refusalOfClosed(trx, awardId);
    if (closed !== null) return fail({ form: closed });
    const before = grant && (await getOnwardGrant(trx, awardId, grant.id));
    if (before?.version !== grant?.version || before?.cancelledOn) throw new StaleError();
    const same = before ? null : refusalOfSame(input, await listOnwardGrants(trx, awardId));
    if (same !== null) return fail({ recipient: same });
    const refused = await refusalOf(trx, context, awardId, before, input.amountPence);
    if (refused !== null) return fail({ amountPence: refused });
    const saved = await save(trx, context, awardId, before, input);
    await recordAudit(trx, context, {
      action: before ? "change onward grant" : "record onward grant",
      recordType: "award",
      recordId: awardId,
      before: before ?? undefined,
      after: { ...input, number: saved.number },
    });
    return succeed(saved);
  });
}

async function refusalOf(
  trx: Writer,
  context: Context,
  awardId: number,
  before: OnwardGrant | null,
  amountPence: number | null,
): Promise<string | null> {
  const held = (before?.paidPence ?? 0) - (before?.returnedPence ?? 0);
  if (amountPence !== null && amountPence < held) {
    return `${formatPounds(held)} of it is paid already: the amount must not be below that`;
  }
  const nothing = { paidPence: 0, returnedPence: 0, cancelledOn: null };
  const takes = takenPence({ ...(before ?? nothing), amountPence });
  // What was granted before a cut of the award may stay as it is, or fall.
  if (before && takes <= takenPence(before)) return null;
  const others = (await listOnwardGrants(trx, awardId)).filter(({ id }) => id !== before?.id);
  return refusalOfAmount(takes, await holdingOf(trx, awardId, context.today), others);
}

async function save(
  trx: Writer,
  context: Context,
  awardId: number,
  before: OnwardGrant | null,
  input: NewOnwardGrant,
): Promise<{ id: number; number: number }> {
  const row = {
    recipient: input.recipient,
    charity_number: input.charityNumber,
    company_number: input.companyNumber,
    purpose: input.purpose,
    reference: input.reference,
    agreed_on: input.agreedOn,
    runs_from: input.runsFrom,
    runs_to: input.runsTo,
    amount_pence: input.amountPence,
    version: (before?.version ?? 0) + 1,
  };
  if (before) {
    await trx.updateTable("onward_grant").set(row).where("id", "=", before.id).execute();
    return before;
  }
  const last = await trx
    .selectFrom("onward_grant")
    .select((e) => e.fn.max("number").as("number"))
    .where("award_id", "=", awardId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  const { id } = await trx
    .insertInto("onward_grant")
    .values({
      ...row,
      award_id: awardId,
      number,
      recorded_by: personId(context),
      recorded_at: context.now(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id, number };
}
