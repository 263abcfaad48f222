import { keepQuery } from "#db/kept-queries.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import type { CarryOver } from "./carry-over.ts";

const carryOverRows = keepQuery((reader, awardId: number) =>
  reader
    .selectFrom("carry_over")
    .leftJoin("person", "person.id", "carry_over.recorded_by")
    .select(["carry_over.id", "from_year as fromYear", "to_year as toYear", "amount_pence as amountPence"])
    .select(["approved_on as approvedOn", "reference", "note", "person.name as recordedBy"])
    .where("award_id", "=", awardId)
    .orderBy("carry_over.id"),
);

/** What the funder of an award let over into other years, in the order of recording. Call with an award in scope. */
export function listCarryOvers(reader: Reader | Writer, awardId: number): Promise<CarryOver[]> {
  return carryOverRows(reader, awardId);
}
