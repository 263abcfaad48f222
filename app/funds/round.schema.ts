import { z } from "zod";
import { endsBeforeItStarts } from "#app/partnerships/index.ts";
import {
  choiceField,
  dateField,
  idField,
  longTextField,
  moneyField,
  percentageField,
  textField,
  wholeNumberField,
} from "#app/ui/forms/fields.ts";
import { closingAt, parseClosingTime } from "./closing-time.rules.ts";
import { ROUND_KINDS } from "./funds.ts";

export const roundSchema = z
  .object({
    fundId: idField({ required: "Choose the fund" }),
    name: textField({ label: "Name", max: 200, required: "Enter the name of the round" }),
    opensOn: dateField({ label: "Opening date", dayRequired: false }),
    closesOn: dateField({ label: "Closing date", dayRequired: false }),
    closesTime: textField({ label: "Closing time", max: 20 }).superRefine((typed, check) => {
      const time = typed === null ? null : parseClosingTime(typed);
      if (time?.ok === false) check.addIssue({ code: "custom", message: time.message });
    }),
    decisionExpected: dateField({ label: "Expected decision", dayRequired: false }),
    deliveryFrom: dateField({ label: "Start of delivery", dayRequired: false }),
    deliveryTo: dateField({ label: "End of delivery", dayRequired: false }),
    potPence: moneyField({ label: "The pot" }),
    capPence: moneyField({ label: "The most for one bid" }),
    matchBasisPoints: percentageField({ label: "Match funding", max: 1000 }),
    matchNote: textField({ label: "Note on match funding", max: 300 }),
    whoMayLead: textField({ label: "Who may lead", max: 300 }),
    bidsPerArea: wholeNumberField({ label: "Bids for each area", max: 1000 }).refine(
      (count) => count !== 0,
      "Bids for each area must be 1 or more",
    ),
    kind: choiceField(ROUND_KINDS),
    guidanceUrl: textField({ label: "Link to the guidance", max: 2000 }).refine(
      (url) => url === null || isWebAddress(url),
      "Link to the guidance must be a web address that starts with https:// or http://",
    ),
    note: longTextField({ label: "Note", max: 4000 }),
  })
  .transform(({ closesOn, closesTime, ...round }, check) => {
    const refuse = (field: string, message: string) =>
      check.addIssue({ code: "custom", path: [field], message, input: undefined });
    const closing = closingAt(closesOn, closesTime);
    if (!closing.ok) for (const [field, message] of Object.entries(closing.errors)) refuse(field, message);
    if (endsBeforeItStarts(round.opensOn, closesOn)) {
      refuse("closesOn", "Closing date must be the same as or after the opening date");
    }
    if (endsBeforeItStarts(round.deliveryFrom, round.deliveryTo)) {
      refuse("deliveryTo", "End of delivery must be the same as or after its start");
    }
    if (round.potPence !== null && round.capPence !== null && round.capPence > round.potPence) {
      refuse("capPence", "The most for one bid must not be more than there is in all: check both amounts");
    }
    if (round.matchBasisPoints !== null && round.matchBasisPoints > 10_000 && round.matchNote === null) {
      refuse(
        "matchBasisPoints",
        "More than 100% asks for more match than the funder gives: check it, or enter below what the guidance says of it",
      );
    }
    return { ...round, closesAt: closing.ok ? closing.value : null };
  });
export type RoundInput = z.output<typeof roundSchema>;

/** True for a complete address of the web; anything else (javascript:, mailto:, a bare name) is refused. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s]+$/i.test(text)) return false;
  return URL.canParse(text);
}
