import { z } from "zod";
import {
  choiceField,
  dateField,
  flagField,
  idField,
  idsField,
  longTextField,
  moneyField,
  textField,
} from "#app/ui/forms/fields.ts";

/** What may have become of a bid by the time it is entered. The awards of those that won are recorded apart. */
export const PAST_STATUSES = [
  "unsuccessful",
  "withdrawn",
  "reserve",
  "submitted",
  "awarded",
  "part_awarded",
] as const;

/** A bid that was made before the register knew of it. What is left empty stays "not recorded". */
export const pastBidSchema = z.object({
  title: textField({ label: "Title", max: 139, required: "Enter a title for the bid" }),
  status: choiceField(PAST_STATUSES, { required: "Choose what became of it" }),
  recordedById: idField({ required: "Choose the partnership that records the bid" }),
  partnershipIds: idsField({ required: "Choose at least one partnership whose bid it was" }),
  leadId: idField(),
  roundId: idField(),
  fundId: idField(),
  funderId: idField(),
  requestedPence: moneyField({ label: "Requested amount" }),
  approximate: flagField(),
  purpose: longTextField({ label: "Purpose", max: 4000 }),
  submittedOn: dateField({ label: "The date it was submitted", dayRequired: false }),
  decidedOn: dateField({ label: "The date of the decision", dayRequired: false }),
  note: longTextField({
    label: "Where it is recorded",
    max: 2000,
    required: "Say where the bid is recorded, or what the letter says",
  }),
  umbrellaId: idField(),
});
export type PastBidAnswers = z.output<typeof pastBidSchema>;
