import { sql } from "kysely";
import { countedClaimLines, moneyHeldOf } from "#app/awards/index.server.ts";
import { type DueBack, dueAtClosure, dueBack, repaymentDue, type Share } from "#app/awards/index.ts";
import { sumPence } from "#app/core/money.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import { NOT_CLAIMED } from "../claim.status.ts";
import { repaidOf } from "../repayments/repayment.ts";
import { listRepayments } from "../repayments/repayments.queries.server.ts";
import { spentRows } from "./spend.queries.server.ts";
import {
  type LineMoney,
  moneyByLine,
  moneyByYear,
  type SpendFigures,
  spendFigures,
  type YearMoney,
} from "./spend.rules.ts";
import type { MoneyPart } from "./spend.ts";

/** What an award gives, what was claimed, what came and what was spent: in all, by year, and line by line. */
export type MoneyOfAward = {
  lines: LineMoney[];
  years: YearMoney[];
  figures: SpendFigures;
  /** What is to go back to the funder by today, and once the award is closed. */
  due: DueBack;
  dueAtClosure: DueBack;
  /** What was submitted, by year, stream and project. */
  claimed: Share[];
};

/** The money of an award today. Call with an award in scope. @param reader a transaction, within one */
export async function moneyOfAward(
  context: Context,
  awardId: number,
  reader: Reader | Writer = context.db.read,
): Promise<MoneyOfAward> {
  const { rows: held } = await sql<HeldRow>`
    select financial_year, stream, posting.project_id, project.name as project_name,
      cast(sum(gross_pence - passed_on_pence) as bigint) as pence, cast(sum(gross_pence) as bigint) as gross, cast(sum(not_recorded) as bigint) as not_recorded
    from posting left join project on project.id = posting.project_id
    where award_id = ${awardId} and effective_on <= ${context.today}
    group by financial_year, stream, posting.project_id, project.name`.execute(reader);
  const { rows: claimed } = await sql<PartRow>`
    select financial_year, stream, line.project_id, project.name as project_name,
      cast(sum(amount_pence) as bigint) as pence
    from ${countedClaimLines([awardId], context.today)} as line left join project on project.id = line.project_id
    where line.status not in (${sql.join(NOT_CLAIMED)})
    group by financial_year, stream, line.project_id, project.name`.execute(reader);
  const { rows: spent } = await sql<PartRow>`
    select financial_year, stream, spent.project_id, project.name as project_name,
      cast(sum(spent_pence) as bigint) as pence
    from (${spentRows({ awardIds: [awardId] })}) as spent left join project on project.id = spent.project_id
    group by financial_year, stream, spent.project_id, project.name`.execute(reader);
  const isKnown = held.length > 0 && held.every(({ not_recorded }) => not_recorded === 0);
  // What an award gives that is not recorded is on no line: it is not £0.
  const given = isKnown ? held.filter(({ pence }) => pence !== 0) : [];
  const lines = moneyByLine(given.map(partOf), claimed.map(partOf), spent.map(partOf));
  const years = moneyByYear(lines, context.today);
  const awardedPence = isKnown ? sumPence(held.map(({ pence }) => pence)) : null;
  const repaidPence = repaidOf(await listRepayments(reader, awardId));
  const shares = claimed.map(shareOf);
  const above = repaymentDue(held.map(grossOf), shares, repaidPence);
  const inHand = (await moneyHeldOf(reader, [awardId], context.today)).get(awardId) ?? NOTHING_HELD;
  const money = {
    awardedPence,
    overclaimedPence: isKnown ? above.pence : null,
    receivedPence: await receivedOf(reader, awardId),
    repaidPence,
  };
  return {
    lines,
    years,
    figures: spendFigures(years, money),
    due: dueBack(inHand, context.today),
    dueAtClosure: dueAtClosure(inHand),
    claimed: shares,
  };
}

const NOTHING_HELD = {
  years: [],
  approved: [],
  above: { pence: 0, years: [] },
  receivedPence: 0,
  repaidPence: 0,
};

const grossOf = (row: HeldRow): Share => ({ ...shareOf(row), amountPence: row.gross });

function shareOf({ financial_year, stream, pence }: PartRow): Share {
  return { financialYear: financial_year, stream, amountPence: pence };
}

type PartRow = {
  financial_year: number | null;
  stream: MoneyPart["stream"];
  project_id: number | null;
  project_name: string | null;
  pence: number;
};
type HeldRow = PartRow & { gross: number; not_recorded: number };

function partOf({ financial_year, stream, project_id, project_name, pence }: PartRow): MoneyPart {
  return {
    financialYear: financial_year,
    stream,
    project: project_id === null ? null : { id: project_id, name: project_name ?? "" },
    pence,
  };
}

async function receivedOf(reader: Reader | Writer, awardId: number): Promise<number> {
  const row = await reader
    .selectFrom("claim")
    .select((e) => e.cast<number | null>(e.fn.sum("received_pence"), "bigint").as("pence"))
    .where("award_id", "=", awardId)
    .where("status", "<>", "withdrawn")
    .executeTakeFirst();
  return row?.pence ?? 0;
}
