import { z } from "zod";
import {
  choiceField,
  dateField,
  idField,
  longTextField,
  textField,
  wholeNumberField,
} from "#app/ui/forms/fields.ts";
import { dayField } from "../funding-secured.schema.ts";
import { GROUPINGS } from "../funding-secured.ts";

/** Who may read a published report. */
export const READERS = ["members", "anybody"] as const;

const AGAIN = "Open this page again";

/** What is asked before any report is published, and what of it was shown. */
const handedOut = {
  partnership: idField({ required: "Choose whose report it is" }),
  asAt: dayField("As at"),
  knownAt: dayField("As it was known on"),
  title: textField({ label: "Title", max: 140, required: "Enter a title" }),
  committee: textField({ label: "Committee", max: 140 }),
  meetingOn: dateField({ label: "The date of the meeting" }),
  introduction: longTextField({ label: "Introduction", max: 4000 }),
  readers: choiceField(READERS, { required: "Choose who may read it" }),
  /** What was known when the figures were shown: these are published, and no later ones. */
  position: wholeNumberField({ label: "Position", required: AGAIN }),
};

export const publishSchema = z.object({
  by: choiceField(GROUPINGS, { required: "Choose what it is grouped by" }),
  ...handedOut,
});
export type PublishInput = z.output<typeof publishSchema>;

export const publishYearlySchema = z.object({
  year: wholeNumberField({ label: "Financial year", required: AGAIN, max: 2200 }),
  /** The fingerprint of what was shown: the words of the register have no position in the ledger. */
  shown: textField({ label: "What was shown", max: 64, required: AGAIN }),
  ...handedOut,
});
export type PublishYearlyInput = z.output<typeof publishYearlySchema>;

/** What is asked before any report is published. */
export type HandedOut = Omit<PublishInput, "by">;

export const withdrawSchema = z.object({
  reason: longTextField({ label: "Reason", max: 1000, required: "Enter why it is withdrawn" }),
});
