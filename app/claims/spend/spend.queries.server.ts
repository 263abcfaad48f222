import { type RawBuilder, sql } from "kysely";
import { asKnown } from "#app/audit/index.server.ts";
import { awardInScope } from "#app/awards/index.server.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import { yearOfDay } from "#app/platform/dates-in-queries.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import { entriesOf } from "./spend.rules.ts";
import type { SpendEntry } from "./spend.ts";

/** What was spent of an award, entry by entry, in the order of recording. Call with an award in scope. */
export async function listSpend(reader: Reader | Writer, awardId: number): Promise<SpendEntry[]> {
  const rows = await reader
    .selectFrom("spend")
    .leftJoin("project", "project.id", "spend.project_id")
    .leftJoin("person", "person.id", "spend.recorded_by")
    .select(["spend.id", "number", "period_from as periodFrom", "period_to as periodTo"])
    .select(["financial_year as financialYear", "stream", "project_id", "project.name as project_name"])
    .select(["amount_pence as amountPence", "evidence", "corrects_id as correctsId", "reason"])
    .select(["person.name as recordedBy", "spend.recorded_at as recordedAt"])
    .where("award_id", "=", awardId)
    .orderBy("number")
    .execute();
  return entriesOf(
    rows.map(({ project_id, project_name, ...row }) => ({
      ...row,
      project: project_id === null ? null : { id: project_id, name: project_name ?? "" },
    })),
  );
}

/** One entry of spend of an award. Call with an award in scope. @throws NotFoundError */
export async function getSpend(reader: Reader | Writer, awardId: number, id: number): Promise<SpendEntry> {
  const entry = (await listSpend(reader, awardId)).find((each) => each.id === id);
  if (!entry) throw new NotFoundError(`No spend ${id} of award ${awardId}`);
  return entry;
}

type WhichSpend = {
  /** Of periods that are over by a day, as far as it was known at a position in the audit log; null is now. */
  moment?: { asAt: IsoDay; knownTo: number | null };
  awardIds?: readonly number[];
};

/**
 * What was spent, row by row: `award_id`, `financial_year`, `stream`, `project_id`, `spent_pence`. What was paid to
 * delivery organisations counts in the year of the payment, of no stream and project; each pound stands in one row only,
 * at the award that spent it.
 */
export function spentRows({ moment, awardIds }: WhichSpend = {}): RawBuilder<unknown> {
  const wanted = (day: string, award: string) =>
    sql.join(
      [
        sql`1 = 1`,
        ...(awardIds === undefined ? [] : [sql`${sql.ref(award)} in (${sql.join([0, ...awardIds])})`]),
        ...(moment === undefined ? [] : [sql`${sql.ref(day)} <= ${moment.asAt}`]),
      ],
      sql` and `,
    );
  const knownTo = moment?.knownTo ?? null;
  return sql`
    select spend.award_id, spend.financial_year, spend.stream, spend.project_id, spend.amount_pence as spent_pence
    from ${asKnown("spend", knownTo)} where ${wanted("spend.period_to", "spend.award_id")}
    union all
    select onward.award_id,
      ${yearOfDay(sql`payment.happened_on`)},
      null, cast(null as bigint), case when payment.kind = 'paid' then payment.amount_pence else -payment.amount_pence end
    from ${asKnown("onward_payment", knownTo, "payment")} join onward_grant as onward on onward.id = payment.onward_grant_id
    where ${wanted("payment.happened_on", "onward.award_id")}`;
}

/** What was spent of an award in a year. Pence; of an award and year of which nothing is recorded there is no row. */
export type SpentInYear = { awardId: number; financialYear: number; pence: number };

/**
 * What was spent of these awards by financial year, onward grants included, in the order of awards and years; of awards in
 * scope only. Without `awardIds`: of all awards in scope.
 */
export async function spentByAwardYear(
  context: Context,
  awardIds?: readonly number[],
): Promise<SpentInYear[]> {
  const { rows } = await sql<{ award_id: number; financial_year: number; pence: number }>`
    select award.id as award_id, spent.financial_year, cast(sum(spent.spent_pence) as bigint) as pence
    from (${spentRows({ awardIds })}) as spent join award on award.id = spent.award_id
    where ${awardInScope(context.scope)}
    group by award.id, spent.financial_year order by award.id, spent.financial_year`.execute(context.db.read);
  return rows.map((row) => ({
    awardId: row.award_id,
    financialYear: row.financial_year,
    pence: row.pence,
  }));
}

/** What was recorded as spent for a project, by award in scope and year; without onward grants, which name none. Pence. */
export async function spentOfProject(context: Context, projectId: number) {
  return context.db.read
    .selectFrom("spend")
    .innerJoin("award", "award.id", "spend.award_id")
    .select(["award.id as awardId", "award.reference", "award.title", "financial_year as financialYear"])
    .select((e) => e.cast<number>(e.fn.sum("amount_pence"), "bigint").as("pence"))
    .where("project_id", "=", projectId)
    .where(awardInScope(context.scope))
    .groupBy(["award.id", "award.reference", "award.title", "financial_year"])
    .orderBy("award.id")
    .orderBy("financial_year")
    .execute();
}
