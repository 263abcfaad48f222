import type { Reader, Writer } from "#db/open.server.ts";
import type { YearsAndPence } from "./carry-over.rules.ts";

/** What the funder of an award let over from one year into another. Call with an award in scope. */
export function approvedCarryOvers(reader: Reader | Writer, awardId: number): Promise<YearsAndPence[]> {
  return reader
    .selectFrom("carry_over")
    .select(["from_year as fromYear", "to_year as toYear", "amount_pence as pence"])
    .where("award_id", "=", awardId)
    .orderBy("id")
    .execute();
}
