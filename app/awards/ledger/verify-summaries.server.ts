import { sql } from "kysely";
import type { Context } from "#app/platform/context.server.ts";

const SUMS = ["gross_pence", "passed_on_pence", "not_recorded", "approximate_pence"] as const;

/** Compares each kept summary with the sum of the postings. @returns what is wrong in words; empty where nothing is. */
export async function verifySummaries(context: Context): Promise<string[]> {
  return [
    ...(await compare(context, {
      table: "summary_partnership",
      words: "The summary by partnership, year and stream",
      keys: ["partnership_id", "unsplit_award_id", "financial_year", "stream"],
      expressions: [
        "coalesce(partnership_id, 0)",
        "case when partnership_id is null then award_id else 0 end",
        "coalesce(financial_year, 0)",
        "coalesce(stream, '')",
      ],
    })),
    ...(await compare(context, {
      table: "summary_fund",
      words: "The summary by fund and year",
      keys: ["fund_id", "funder_id", "financial_year"],
      expressions: ["coalesce(fund_id, 0)", "coalesce(funder_id, 0)", "coalesce(financial_year, 0)"],
    })),
  ];
}

type Summary = { table: string; words: string; keys: string[]; expressions: string[] };

/** Adds the summary to the postings with their signs turned: every combination must come to nothing. */
async function compare(context: Context, { table, words, keys, expressions }: Summary): Promise<string[]> {
  const named = expressions.map((expression, index) => `${expression} as ${keys[index]}`).join(", ");
  const query = `
    select ${keys.join(", ")} from (
      select ${keys.join(", ")}, ${SUMS.join(", ")} from ${table}
      union all
      select ${named}, ${SUMS.map((sum) => `-${sum} as ${sum}`).join(", ")} from posting) as both_sides
    group by ${keys.join(", ")}
    having ${SUMS.map((sum) => `sum(${sum}) <> 0`).join(" or ")}
    order by ${keys.join(", ")}`;
  const { rows } = await sql.raw<Record<string, number | string>>(query).execute(context.db.read);
  return rows.map(
    (row) => `${words} differs from the postings at ${keys.map((key) => `${key} ${row[key]}`).join(", ")}`,
  );
}
