import type { Figure, FigureKey } from "#app/attachments/index.ts";
import { formatDate } from "#app/core/calendar-date.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import type { Claim, Receipt } from "../claim.ts";

/** The name of what came on the day of a receipt. What came in several on one day is one figure. */
export function receivedThatDay({ receivedOn }: Pick<Receipt, "receivedOn">): FigureKey {
  return { figure: "received", item: formatDate(receivedOn) };
}

/**
 * The figures of a claim that an attachment can state: its amount and its results, where recorded, and what came on each
 * day. A receipt that was taken back states nothing, and neither does what took it back.
 */
export function figuresOfClaim(
  { claimedPence, results }: Pick<Claim, "claimedPence" | "results">,
  receipts: readonly Receipt[],
): Figure[] {
  const takenBack = new Set(receipts.map(({ reversesId }) => reversesId));
  const came = receipts.filter(({ id, reversesId }) => reversesId === null && !takenBack.has(id));
  const days = [...new Set(came.map(({ receivedOn }) => receivedOn))];
  return [
    ...(claimedPence === null ? [] : [{ figure: "claimed" as const, value: formatPounds(claimedPence) }]),
    ...(results === null ? [] : [{ figure: "results" as const, value: String(results) }]),
    ...days.map((receivedOn) => ({
      ...receivedThatDay({ receivedOn }),
      value: formatPounds(
        sumPence(came.filter((one) => one.receivedOn === receivedOn).map(({ amountPence }) => amountPence)),
      ),
    })),
  ];
}
