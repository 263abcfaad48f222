import { recordAudit } from "#app/audit/index.server.ts";
import { findAgreementFor, getAward, wasReported } from "#app/awards/index.server.ts";
import { refusalBeforeSigning, sharingPartnerships, writingPartnerships } from "#app/awards/index.ts";
import { sumPence } from "#app/core/money.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { listProjects } from "#app/projects/index.server.ts";
import type { Writer } from "#db/open.server.ts";
import { isEmptyLine, type NewClaim } from "./claim.schema.ts";
import { refusalOfClaim } from "./claim-limits.rules.ts";
import { awardedOn, claimedShares } from "./claims.queries.server.ts";

type FilledLine = {
  /** Its place on the form. */
  place: number;
  financialYear: number;
  stream: "revenue" | "capital" | null;
  projectId: number | null;
  amountPence: number;
};

/**
 * Writes a claim on an award, as a draft for finance to sign. Refused where the award has nothing left for it (of two at
 * once, the later one sees the earlier one), and where the agreement of a year is recorded and not signed.
 * @throws NotFoundError, ForbiddenError.
 */
export async function makeClaim(
  context: Context,
  awardId: number,
  claim: NewClaim,
): Promise<Result<{ id: number; number: number }>> {
  const award = await getAward(context, awardId);
  requirePermission(context, "claim.write", writingPartnerships(award.partnerships));
  const lines = filledLines(claim);
  const projects = await listProjects(context, { partnershipIds: sharingPartnerships(award.partnerships) });
  const strange = lines.find(
    ({ projectId }) => projectId !== null && !projects.some(({ id }) => id === projectId),
  );
  if (strange) return fail({ [`lines.${strange.place}.projectId`]: "Choose one of the projects listed" });
  for (const { place, financialYear } of lines) {
    const agreement = await findAgreementFor(context, awardId, financialYear);
    const unsigned = refusalBeforeSigning(agreement, context.today);
    if (unsigned !== null) return fail({ [`lines.${place}.financialYear`]: unsigned });
  }
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    if (claim.note === null && (await wasReported(trx, { awardId }, claim.periodTo))) {
      return fail({ note: "The return for this period was sent: enter why more is claimed for it" });
    }
    const awarded = await awardedOn(trx, awardId, context.today);
    const refusal = refusalOfClaim(awarded, await claimedShares(trx, awardId), lines);
    if (refusal) return fail({ [`lines.${lines[refusal.line]?.place}.amountPence`]: refusal.message });
    return succeed(await insertClaim(trx, context, awardId, claim, lines));
  });
}

function filledLines(claim: NewClaim): FilledLine[] {
  return claim.lines.flatMap((line, place) =>
    isEmptyLine(line)
      ? []
      : [
          {
            ...line,
            place,
            financialYear: line.financialYear as number,
            amountPence: line.amountPence as number,
          },
        ],
  );
}

async function insertClaim(
  trx: Writer,
  context: Context,
  awardId: number,
  claim: NewClaim,
  lines: readonly FilledLine[],
): Promise<{ id: number; number: number }> {
  const last = await trx
    .selectFrom("claim")
    .select((e) => e.fn.max("number").as("number"))
    .where("award_id", "=", awardId)
    .executeTakeFirst();
  const number = Number(last?.number ?? 0) + 1;
  const person = context.actor.kind === "person" ? context.actor.id : null;
  const claimed_pence = sumPence(lines.map(({ amountPence }) => amountPence));
  const row = {
    award_id: awardId,
    number,
    period_from: claim.periodFrom,
    period_to: claim.periodTo,
    payment: claim.payment,
    results: claim.results,
    claimed_pence,
    note: claim.note,
  };
  const { id } = await trx
    .insertInto("claim")
    .values({ ...row, status: "draft", written_by: person, recorded_at: context.now() })
    .returning("id")
    .executeTakeFirstOrThrow();
  const rows = lines.map(({ financialYear, stream, projectId, amountPence }, position) => ({
    claim_id: id,
    position: position + 1,
    financial_year: financialYear,
    stream,
    project_id: projectId,
    amount_pence: amountPence,
  }));
  await trx.insertInto("claim_line").values(rows).execute();
  await recordAudit(trx, context, {
    action: "make claim",
    recordType: "award",
    recordId: awardId,
    after: { ...row, lines: rows.length },
  });
  return { id, number };
}
