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
  wholeNumberField,
} from "#app/ui/forms/fields.ts";
import { BID_RULES, type BidAction } from "./bid.status.ts";
import { reasonMissing } from "./bid-words.ts";
import { sendingShape } from "./submission/submission.schema.ts";

/** The answer that no round is known yet, as opposed to no answer. */
export const ROUND_NOT_KNOWN = "not-known";

const CHOOSE_ROUND = "Choose a round, or that it is not known yet";

const roundField = textField({ label: "Round", max: 40, required: CHOOSE_ROUND })
  .refine((text) => text === ROUND_NOT_KNOWN || /^[1-9]\d{0,14}$/.test(text), CHOOSE_ROUND)
  .transform((text) => (text === ROUND_NOT_KNOWN ? null : Number(text)));

// 360Giving takes titles under 140 characters.
const titleField = textField({ label: "Title", max: 139, required: "Enter a title for the bid" });

/** A copy of a bid: the rest is as in the other. */
export const copySchema = z.object({ title: titleField, roundId: roundField });

/** A draft: only title and round must be there. Keys stand in the order of the page. */
export const bidSchema = z
  .object({
    roundId: roundField,
    title: titleField,
    purpose: longTextField({ label: "Purpose", max: 4000 }),
    requestedPence: moneyField({ label: "Requested amount" }),
    requestedApproximate: flagField(),
    requestedNotKnown: flagField(),
    leadPartnershipId: idField(),
    partnerIds: idsField(),
    accountableBody: textField({ label: "Accountable body", max: 200 }),
    priorityIds: idsField(),
    projectIds: idsField(),
    expectedDecision: dateField({ label: "Expected decision", dayRequired: false }),
    leadOfficer: textField({ label: "Lead officer", max: 200 }),
  })
  .refine((bid) => bid.requestedPence === null || !bid.requestedNotKnown, {
    path: ["requestedPence"],
    message: "Enter an amount, or say that it is not yet known, not both",
  });
export type BidInput = z.output<typeof bidSchema>;

/** Which record was read when the form was opened. */
export const versionSchema = z.object({
  version: wholeNumberField({ label: "Version", required: "Open this page again" }),
});

/** A draft that is there already. */
export const changedBidSchema = bidSchema.and(versionSchema);

/** What the check page sends: submit or ask for sign-off. */
export const submitSchema = z
  .object({
    // The box that stands in place of the amount: "it is not yet known".
    requestedPence: flagField(),
    intent: choiceField(["submit", "ask_for_sign_off"], { required: "Choose what to do with the bid" }),
    happenedOn: dateField({ label: "The date it was submitted" }),
    ...sendingShape,
    reference: textField({ label: "Reference", max: 100 }),
  })
  .and(versionSchema);

/** What an action asks for, as its rule says. */
export function actionSchema(action: BidAction) {
  const { asks, isDecision } = BID_RULES[action];
  const needed = (answer: string, message: string) => (answer === "required" ? { required: message } : {});
  return z
    .object({
      happenedOn: dateField({
        label: "The date",
        ...needed(asks.date, isDecision ? "Enter the date of the decision" : "Enter the date"),
      }),
      reason: longTextField({
        label: "The reason",
        max: 2000,
        ...needed(asks.reason, reasonMissing(action)),
      }),
      dueOn: dateField({ label: "The date" }),
      ...sendingShape,
      reference: textField({
        label: "Reference",
        max: 100,
        ...needed(asks.reference, "Enter the reference"),
      }),
    })
    .and(versionSchema);
}
