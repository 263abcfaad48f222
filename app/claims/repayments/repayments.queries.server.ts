import { keepQuery } from "#db/kept-queries.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import type { Repayment } from "./repayment.ts";

const repaymentRows = keepQuery((reader, awardId: number) =>
  reader
    .selectFrom("repayment")
    .leftJoin("person", "person.id", "repayment.recorded_by")
    .select(["repayment.id", "repaid_on as repaidOn", "amount_pence as amountPence", "reference"])
    .select(["reverses_id as reversesId", "reason", "person.name as recordedBy"])
    .where("award_id", "=", awardId)
    .orderBy("repayment.id"),
);

/** What went back to the funder of an award, in the order of recording. Call with an award in scope. */
export function listRepayments(reader: Reader | Writer, awardId: number): Promise<Repayment[]> {
  return repaymentRows(reader, awardId);
}
