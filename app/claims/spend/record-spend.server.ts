import type { Insertable } from "kysely";
import { recordAudit } from "#app/audit/index.server.ts";
import { findReported, getAward, refusalOfClosed } from "#app/awards/index.server.ts";
import { sharingPartnerships, writingPartnerships } from "#app/awards/index.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import { formatPounds } from "#app/core/money.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { listProjects } from "#app/projects/index.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { DatabaseSchema } from "#db/schema.ts";
import { getSpend, listSpend } from "./spend.queries.server.ts";
import { recordedAlready, refusalOfPeriod } from "./spend.rules.ts";
import type { Correction, NewSpend } from "./spend.schema.ts";

type Row = Omit<Insertable<DatabaseSchema["spend"]>, "award_id" | "number" | "recorded_at" | "recorded_by">;

/**
 * Records what was spent of an award in a period, one row for each line with an amount. In a period of which the return
 * was sent it needs a reason, and where as much is recorded for it already: somebody else may have been quicker. More than the award gives is not refused: it is a fact, and is flagged.
 * @throws NotFoundError, ForbiddenError.
 */
export async function recordSpend(
  context: Context,
  awardId: number,
  spend: NewSpend,
): Promise<Result<{ ids: number[] }>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "claim.write", writingPartnerships(award.partnerships));
  const { periodFrom, periodTo, evidence, reason } = spend;
  const refusal = refusalOfPeriod(periodFrom, periodTo, context.today);
  if (refusal !== null) return fail({ periodTo: refusal });
  const projects = await listProjects(context, { partnershipIds: sharingPartnerships(award.partnerships) });
  const rows: Row[] = [];
  for (const [place, { stream, projectId, amountPence }] of spend.lines.entries()) {
    if (amountPence === null) continue;
    if (projectId !== null && !projects.some(({ id }) => id === projectId)) {
      return fail({ [`lines.${place}.projectId`]: "Choose one of the projects listed" });
    }
    rows.push({
      period_from: periodFrom,
      period_to: periodTo,
      financial_year: financialYearOf(periodFrom),
      stream,
      project_id: projectId,
      amount_pence: amountPence,
      evidence,
      corrects_id: null,
      reason,
    });
  }
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    const closed = await refusalOfClosed(trx, awardId);
    if (closed !== null) return fail({ form: closed });
    const days = { from: periodFrom, to: periodTo };
    if (reason === null && (await findReported(trx, { awardId }, days)) !== null) {
      return fail({ reason: "The return for this period was sent: enter why more is recorded for it" });
    }
    if (reason === null) {
      const before = await listSpend(trx, awardId);
      for (const { stream = null, project_id: projectId = null, amount_pence: amountPence } of rows) {
        const typed = { periodFrom, periodTo, stream, projectId, amountPence };
        const already = recordedAlready(typed, before);
        if (already !== null) return fail({ reason: already });
      }
    }
    const ids = await insert(trx, context, awardId, rows);
    await recordAudit(trx, context, {
      action: "record spend of award",
      recordType: "award",
      recordId: awardId,
      after: { period_from: periodFrom, period_to: periodTo, lines: rows, evidence, reason },
    });
    return succeed({ ids });
  });
}

/**
 * Corrects an entry of spend by a later one, which holds the difference; what it said stays.
 * @throws NotFoundError, ForbiddenError; StaleError where it was corrected meanwhile.
 */
export async function correctSpend(
  context: Context,
  ids: { awardId: number; spendId: number },
  { version, amountPence, reason, evidence }: Correction,
): Promise<Result<{ currentPence: number }>> {
  const { awardId, spendId } = ids;
  const award = await getAward(context, awardId);
  requirePermission(context, "claim.write", writingPartnerships(award.partnerships));
  await getSpend(context.db.read, awardId, spendId);
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    const closed = await refusalOfClosed(trx, awardId);
    if (closed !== null) return fail({ form: closed });
    const before = await getSpend(trx, awardId, spendId);
    if (before.corrections.length + 1 !== version) throw new StaleError();
    const change = amountPence - before.currentPence;
    if (change === 0) return fail({ amountPence: `It says ${formatPounds(amountPence)} already` });
    const row = {
      period_from: before.periodFrom,
      period_to: before.periodTo,
      financial_year: before.financialYear,
      stream: before.stream,
      project_id: before.project?.id ?? null,
      amount_pence: change,
      evidence,
      corrects_id: spendId,
      reason,
    };
    await insert(trx, context, awardId, [row]);
    await recordAudit(trx, context, {
      action: "correct spend of award",
      recordType: "award",
      recordId: awardId,
      before: { spend: before.number, amount_pence: before.currentPence },
      after: { amount_pence: amountPence, reason, evidence },
    });
    return succeed({ currentPence: amountPence });
  });
}

async function insert(trx: Writer, context: Context, awardId: number, rows: readonly Row[]) {
  const last = await trx
    .selectFrom("spend")
    .select((e) => e.fn.max("number").as("number"))
    .where("award_id", "=", awardId)
    .executeTakeFirst();
  const first = Number(last?.number ?? 0) + 1;
  const made = await trx
    .insertInto("spend")
    .values(
      rows.map((row, index) => ({
        ...row,
        award_id: awardId,
        number: first + index,
        recorded_at: context.now(),
        recorded_by: personId(context),
      })),
    )
    .returning("id")
    .execute();
  return made.map(({ id }) => id);
}
