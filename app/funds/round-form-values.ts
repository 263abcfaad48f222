import { poundsForField } from "#app/core/money.ts";
import { percentageForField } from "#app/core/percentage.ts";
import { validityForField } from "#app/partnerships/index.ts";
import { dateParts, type FormValues } from "#app/ui/forms/form-values.ts";
import { closingParts } from "./closing-time.rules.ts";
import type { Round } from "./funds.ts";

/** What the form of a round starts with. A date known only to its year shows as its first or last month. */
export function roundFormValues(round: Round): FormValues {
  const closing = closingParts(round.closesAt);
  return {
    fundId: String(round.fund.id),
    name: round.name,
    opensOn: dateParts(validityForField(round.opensOn, "from")),
    closesOn: dateParts(validityForField(closing.date, "to")),
    closesTime: closing.time,
    decisionExpected: dateParts(validityForField(round.decisionExpected, "to")),
    deliveryFrom: dateParts(validityForField(round.deliveryFrom, "from")),
    deliveryTo: dateParts(validityForField(round.deliveryTo, "to")),
    potPence: poundsForField(round.potPence),
    capPence: poundsForField(round.capPence),
    matchBasisPoints: percentageForField(round.matchBasisPoints),
    matchNote: round.matchNote ?? "",
    whoMayLead: round.whoMayLead ?? "",
    bidsPerArea: String(round.bidsPerArea ?? ""),
    kind: round.kind ?? "",
    guidanceUrl: round.guidanceUrl ?? "",
    note: round.note ?? "",
  };
}
