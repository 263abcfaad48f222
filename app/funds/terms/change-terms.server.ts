import { recordAudit } from "#app/audit/index.server.ts";
import { parseFinancialYear } from "#app/core/financial-year.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { keepStated } from "#app/partnerships/index.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError, StaleError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { TermsInput } from "./terms.schema.ts";
import { datesOutsideRound } from "./terms-dates.rules.ts";

/**
 * Changes the terms of a round: what a bid to it must keep to.
 * @throws NotFoundError where there is none. @throws StaleError where it was changed since `version`.
 */
export async function changeTerms(
  context: Context,
  roundId: number,
  version: number,
  input: TermsInput,
): Promise<Result<{ roundId: number }>> {
  requirePermission(context, "fund.write");
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const before = await trx.selectFrom("round").selectAll().where("id", "=", roundId).executeTakeFirst();
    if (!before) throw new NotFoundError(`No round ${roundId}`);
    if (before.version !== version) throw new StaleError();
    if (!(await areThemes(trx, input.themeIds))) return fail({ themeIds: "Choose themes from the list" });
    const outside = datesOutsideRound(input, {
      opensOn: before.opens_on,
      closesAt: before.closes_at,
      decisionExpected: before.decision_expected,
    });
    if (Object.keys(outside).length > 0) return fail(outside);
    const own = {
      announced_on: keepStated(before.announced_on, input.announcedOn, "from"),
      expression_of_interest_by: keepStated(
        before.expression_of_interest_by,
        input.expressionOfInterestBy,
        "to",
      ),
      clarification_from: keepStated(before.clarification_from, input.clarificationFrom, "from"),
      clarification_to: keepStated(before.clarification_to, input.clarificationTo, "to"),
      in_kind_counts: zeroOrOne(input.inKindCounts),
      no_transfer_between_years: zeroOrOne(input.noTransferBetweenYears),
      capital_share_percent: input.capitalSharePercent,
      portal_url: input.portalUrl,
      version: version + 1,
    };
    await trx.updateTable("round").set(own).where("id", "=", roundId).execute();
    const lists = await replaceLists(trx, roundId, input);
    await recordAudit(trx, context, {
      action: "change terms of round",
      recordType: "round",
      recordId: roundId,
      before,
      after: { ...own, ...lists },
    });
    return succeed({ roundId });
  });
}

async function areThemes(trx: Writer, ids: readonly number[]): Promise<boolean> {
  const found = await trx
    .selectFrom("theme")
    .select("id")
    .where("id", "in", [0, ...ids])
    .execute();
  return found.length === ids.length;
}

async function replaceLists(trx: Writer, round_id: number, input: TermsInput) {
  const applicants = input.applicantKinds.map((kind) => ({ round_id, kind }));
  const themes = input.themeIds.map((theme_id) => ({ round_id, theme_id }));
  const years = input.years.flatMap(({ year, capPence }) => {
    const financial_year = year === null ? null : parseFinancialYear(year);
    return financial_year === null ? [] : [{ round_id, financial_year, cap_pence: capPence }];
  });
  for (const table of ["round_applicant", "round_theme", "round_year"] as const) {
    await trx.deleteFrom(table).where("round_id", "=", round_id).execute();
  }
  if (applicants.length > 0) await trx.insertInto("round_applicant").values(applicants).execute();
  if (themes.length > 0) await trx.insertInto("round_theme").values(themes).execute();
  if (years.length > 0) await trx.insertInto("round_year").values(years).execute();
  return { applicants, themes, years };
}

function zeroOrOne(answer: boolean | null): number | null {
  return answer === null ? null : Number(answer);
}
