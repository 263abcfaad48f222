import type { IsoDay } from "#app/core/calendar-date.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import type { Context } from "#app/platform/context.server.ts";
import { STREAM_NAMES } from "../award.ts";
import { awardInScope } from "../award-scope.server.ts";
import { readableAwards } from "../awards.queries.server.ts";
import type { Draft } from "../drafts.queries.server.ts";
import { findVersionInForce } from "../ledger/in-force.server.ts";
import type { Line } from "../version.ts";
import { listLines } from "../versions.queries.server.ts";
import { outOfValue, referencesIn } from "./out-of.rules.ts";

/** Money of another award that a line may come out of, as a choice of the form. */
export type OutOfChoice = { value: string; text: string };

/**
 * The awards that an award is said to be paid out of, by the references typed; those in scope with a version that counts
 * alone. A reference of another partnership's award is answered like one that does not exist.
 */
export async function awardsPaidOutOf(
  context: Context,
  awardId: number,
  typed: string | null,
): Promise<Result<number[]>> {
  const references = referencesIn(typed ?? "");
  if (references.length === 0) return succeed([]);
  const rows = await context.db.read
    .selectFrom("award")
    .select(["award.id", "award.reference"])
    .where("award.reference", "in", [...references, ...references.map((each) => each.toUpperCase())])
    .where("award.id", "<>", awardId)
    .where(awardInScope(context.scope))
    .where((e) =>
      e.exists(
        e
          .selectFrom("award_version")
          .select("award_version.id")
          .whereRef("award_version.award_id", "=", "award.id")
          .where("sealed_at", "is not", null),
      ),
    )
    .execute();
  const found = new Set(rows.map((row) => row.reference.toUpperCase()));
  const missing = references.find((reference) => !found.has(reference.toUpperCase()));
  if (missing !== undefined) {
    return fail({ outOf: `${missing} is not another award that you can see and that counts` });
  }
  return succeed(rows.map(({ id }) => id));
}

/** The money that the lines of a draft may come out of: the lines in force on its day of the awards that were named. */
export async function listOutOfChoices(context: Context, draft: Draft): Promise<OutOfChoice[]> {
  const awards = [...(await readableAwards(context, draft.outOfIds ?? [])).values()];
  const choices = [];
  for (const award of awards) {
    for (const [value, same] of await moneyOf(context, award.id, draft.effectiveOn)) {
      choices.push({ value, text: `${award.reference}: ${placeWords(same)}, ${amountWords(same)}` });
    }
  }
  return choices;
}

/** The lines of an award in force on a day, by the money that a line of another award names. */
export async function moneyOf(context: Context, awardId: number, day: IsoDay): Promise<Map<string, Line[]>> {
  const version = await findVersionInForce(context.db.read, awardId, day);
  const found = new Map<string, Line[]>();
  for (const line of version ? await listLines(context, version.id) : []) {
    const value = outOfValue({
      awardId,
      partnershipId: line.partnership?.id ?? null,
      financialYear: line.financialYear,
      projectId: line.project?.id ?? null,
      priorityId: line.priority?.id ?? null,
      stream: line.stream,
    });
    found.set(value, [...(found.get(value) ?? []), line]);
  }
  return found;
}

/** The references of the awards that a draft is paid out of, as they are typed; those out of sight left out. */
export async function outOfText(context: Context, draft: Draft | null): Promise<string> {
  const awards = await readableAwards(context, draft?.outOfIds ?? []);
  return [...awards.values()].map(({ reference }) => reference).join(", ");
}

/** "Anytown, 2026 to 2027, Revenue". */
export function placeWords(lines: readonly Line[]): string {
  const [line] = lines;
  const said = [
    line?.partnership?.name,
    line?.financialYear == null ? null : formatFinancialYear(line.financialYear),
    line?.project?.name,
    line?.priority?.name,
    line?.stream == null ? null : STREAM_NAMES[line.stream],
  ].filter((each) => each != null);
  return said.length === 0 ? "not yet apportioned" : said.join(", ");
}

function amountWords(lines: readonly Line[]): string {
  const amounts = lines.flatMap(({ amountPence }) => amountPence ?? []);
  return amounts.length === lines.length ? formatPounds(sumPence(amounts)) : "amount not recorded";
}
