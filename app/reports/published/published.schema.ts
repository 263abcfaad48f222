import { z } from "zod";
import { choiceField, dateField, longTextField, textField, wholeNumberField } from "#app/ui/forms/fields.ts";

/** Who may read a published report. */
export const READERS = ["members", "anybody"] as const;

const AGAIN = "Open this page again";

/** What is asked before a report is published, and what of it was shown. */
export const publishSchema = z.object({
  title: textField({ label: "Title", max: 140, required: "Enter a title" }),
  committee: textField({ label: "Committee", max: 140 }),
  meetingOn: dateField({ label: "The date of the meeting" }),
  introduction: longTextField({ label: "Introduction", max: 4000 }),
  readers: choiceField(READERS, { required: "Choose who may read it" }),
  /** What stood behind the question mark of its address. */
  asked: textField({ label: "What was asked for", max: 2000, required: AGAIN }),
  /** What was known when the figures were shown: these are published, and no later ones. */
  position: wholeNumberField({ label: "Position", required: AGAIN }),
  /** The fingerprint of what was shown: the words of the register have no position in the ledger. */
  shown: textField({ label: "What was shown", max: 64, required: AGAIN }),
});
export type PublishInput = z.output<typeof publishSchema>;

export const withdrawSchema = z.object({
  reason: longTextField({ label: "Reason", max: 1000, required: "Enter why it is withdrawn" }),
});
