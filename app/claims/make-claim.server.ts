import { recordAudit } from "#app/audit/index.server.ts";
import { findAgreementFor, findReported, getAward, refusalOfClosed } from "#app/awards/index.server.ts";
import {
  periodWords,
  refusalBeforeSigning,
  sharingPartnerships,
  writingPartnerships,
} from "#app/awards/index.ts";
import { financialYearOf, formatFinancialYear } from "#app/core/financial-year.ts";
import { sumPence } from "#app/core/money.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import { listProjects } from "#app/projects/index.server.ts";
import type { Writer } from "#db/open.server.ts";
import { isEmptyLine, type NewClaim } from "./claim.schema.ts";
import type { Claim } from "./claim.ts";
import { refusalOfClaim, refusalOfNoAmount } from "./claim-limits.rules.ts";
import { claimedTwice, refusalOfClaimPeriod, yearOutsidePeriod } from "./claim-period.rules.ts";
import {
  awardedOn,
  claimedParts,
  claimedShares,
  getClaim,
  nextClaimNumber,
} from "./claims.queries.server.ts";

type FilledLine = {
  /** Its place on the form. */
  place: number;
  financialYear: number;
  stream: "revenue" | "capital" | null;
  projectId: number | null;
  amountPence: number;
};

type Saved = Result<{ id: number; number: number }>;

/**
 * Writes a claim on an award, as a draft for finance to sign. Refused where the award has nothing left for it (of two at
 * once, the later one sees the earlier one), or nothing for its projects, where the agreement of a year is recorded and not signed, where its period lies
 * outside delivery, and where it is of another year’s money, or another claim is for the same, and nothing says why.
 * @throws NotFoundError, ForbiddenError.
 */
export function makeClaim(context: Context, awardId: number, claim: NewClaim): Promise<Saved> {
  return save(context, awardId, null, claim);
}

/**
 * Changes a draft of a claim, under the same rules as a new one.
 * @throws NotFoundError, ForbiddenError; StaleError where it was changed or signed since it was read.
 */
export function changeClaim(
  context: Context,
  ids: { awardId: number; claimId: number },
  claim: NewClaim,
): Promise<Saved> {
  return save(context, ids.awardId, ids.claimId, claim);
}

async function save(
  context: Context,
  awardId: number,
  claimId: number | null,
  claim: NewClaim,
): Promise<Saved> {
  const award = await getAward(context, awardId);
  requirePermission(context, "claim.write", writingPartnerships(award.partnerships));
  if (claimId !== null) await getClaim(context.db.read, awardId, claimId);
  const outside = refusalOfClaimPeriod(claim, award, context.today);
  if (outside !== null) return fail(outside);
  const lines = filledLines(claim);
  const otherYear = yearOutsidePeriod(claim, lines);
  if (!claim.reason && otherYear !== null) {
    return fail({
      reason: `No day of this period is in ${formatFinancialYear(otherYear)}: enter why it is claimed of that year’s money`,
    });
  }
  const projects = await listProjects(context, { partnershipIds: sharingPartnerships(award.partnerships) });
  const strange = lines.find(
    ({ projectId }) => projectId !== null && !projects.some(({ id }) => id === projectId),
  );
  if (strange) return fail({ [`lines.${strange.place}.projectId`]: "Choose one of the projects listed" });
  const years = lines.length > 0 ? lines : [{ place: 0, financialYear: financialYearOf(claim.periodTo) }];
  for (const { place, financialYear } of years) {
    const agreement = await findAgreementFor(context, awardId, financialYear);
    const unsigned = refusalBeforeSigning(agreement, context.today);
    if (unsigned !== null) return fail({ [`lines.${place}.financialYear`]: unsigned });
  }
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAward(trx, awardId);
    const closed = await refusalOfClosed(trx, awardId);
    if (closed !== null) return fail({ form: closed });
    const before = claimId === null ? null : await getClaim(trx, awardId, claimId);
    if (before && (before.version !== claim.version || before.status !== "draft")) throw new StaleError();
    const unexplained = claim.reason ? null : await claimedBefore(trx, awardId, claim, lines, before?.id);
    if (unexplained !== null) return fail({ reason: unexplained });
    const awarded = await awardedOn(trx, awardId, context.today);
    const noAmount = lines.length === 0 ? refusalOfNoAmount(awarded) : null;
    if (noAmount !== null) return fail({ "lines.0.amountPence": noAmount });
    const others = await claimedShares(trx, awardId, context.today, before?.id);
    const refusal = refusalOfClaim(awarded, others, lines);
    if (refusal) {
      const { line, field = "amountPence", message } = refusal;
      return fail({ [`lines.${lines[line]?.place}.${field}`]: message });
    }
    const row = rowOf(claim, lines);
    const saved = before ? await update(trx, context, before, row) : await insert(trx, context, awardId, row);
    await addLines(trx, saved.id, lines);
    await recordAudit(trx, context, {
      action: before ? "change claim" : "make claim",
      recordType: "award",
      recordId: awardId,
      before: before ?? undefined,
      after: { number: saved.number, ...row, lines: lines.length },
    });
    return succeed(saved);
  });
}

/** Why a claim needs a reason: days of its period were reported, or claimed for the same. Null where it needs none. */
async function claimedBefore(
  trx: Writer,
  awardId: number,
  claim: NewClaim,
  lines: readonly FilledLine[],
  exceptId?: number,
): Promise<string | null> {
  const days = { from: claim.periodFrom, to: claim.periodTo };
  const reported = await findReported(trx, { awardId }, days);
  if (reported !== null) {
    return `The return for the ${periodWords(reported)} was sent: enter why more is claimed for it`;
  }
  const twice = claimedTwice(claim, lines, await claimedParts(trx, awardId, exceptId));
  if (twice === null) return null;
  return `Claim ${twice} is for days of this period too: enter why more is claimed for it`;
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

/** A claim as it is stored. Without lines its amount is not recorded. */
function rowOf(claim: NewClaim, lines: readonly FilledLine[]) {
  return {
    period_from: claim.periodFrom,
    period_to: claim.periodTo,
    payment: claim.payment,
    results: claim.results,
    unit: claim.unit ?? null,
    unit_pence: claim.unitPence ?? null,
    claimed_pence: lines.length === 0 ? null : sumPence(lines.map(({ amountPence }) => amountPence)),
    note: claim.note,
    reason: claim.reason ?? null,
  };
}

type Row = ReturnType<typeof rowOf>;

async function insert(trx: Writer, context: Context, awardId: number, row: Row) {
  const number = await nextClaimNumber(trx, awardId);
  const { id } = await trx
    .insertInto("claim")
    .values({
      ...row,
      award_id: awardId,
      number,
      status: "draft",
      written_by: personId(context),
      recorded_at: context.now(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id, number };
}

/** Whoever changes a draft has written it too, so that finance never signs its own words. */
async function update(trx: Writer, context: Context, { id, number, version }: Claim, row: Row) {
  const person = personId(context);
  await trx
    .updateTable("claim")
    .set({ ...row, version: version + 1, ...(person !== null && { written_by: person }) })
    .where("id", "=", id)
    .execute();
  await trx.deleteFrom("claim_line").where("claim_id", "=", id).execute();
  await trx
    .insertInto("claim_event")
    .values({
      claim_id: id,
      action: "change",
      happened_on: context.today,
      person_id: person,
      recorded_at: context.now(),
    })
    .execute();
  return { id, number };
}

async function addLines(trx: Writer, claimId: number, lines: readonly FilledLine[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map(({ financialYear, stream, projectId, amountPence }, position) => ({
    claim_id: claimId,
    position: position + 1,
    financial_year: financialYear,
    stream,
    project_id: projectId,
    amount_pence: amountPence,
  }));
  await trx.insertInto("claim_line").values(rows).execute();
}
