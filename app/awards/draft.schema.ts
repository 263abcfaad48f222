import { z } from "zod";
import {
  choiceField,
  dateField,
  flagField,
  idField,
  idsField,
  longTextField,
  moneyField,
  rowsOf,
  textField,
  wholeNumberField,
} from "#app/ui/forms/fields.ts";
import { NEXT_VERSION_KINDS } from "./award.ts";

/** A form may hold 1,000 fields, and a line has ten. */
export const MAX_LINES = 90;

/** What a next version of an award is: the first of its two pages. */
export const versionDetailsSchema = z.object({
  /** Of the draft that the page showed; empty where there was none. */
  version: wholeNumberField({ label: "Version" }),
  kind: choiceField(NEXT_VERSION_KINDS, { required: "Choose what has changed" }),
  amountPence: moneyField({ label: "New amount" }),
  amountNotRecorded: flagField(),
  approximate: flagField(),
  effectiveOn: dateField({ label: "The date from which it counts" }),
  decidedOn: dateField({ label: "Decision date", dayRequired: false }),
  reason: longTextField({ label: "Reason", max: 2000, required: "Enter the reason for this version" }),
  decisionReference: textField({ label: "Decision reference", max: 200 }),
  fundId: idField(),
  mayIncludeIds: idsField(),
  /** References of the awards that this one is paid out of. */
  outOf: textField({ label: "Awards that it is paid out of", max: 500 }),
});
export type VersionDetails = z.output<typeof versionDetailsSchema>;

/** One line as it is typed. `base` is the position of the line that it was copied from. */
const typedLineSchema = z.object({
  partnershipId: idField(),
  financialYear: wholeNumberField({ label: "Financial year", max: 2200 }),
  projectId: idField(),
  priorityId: idField(),
  themeId: idField(),
  stream: choiceField(["revenue", "capital"]),
  amountPence: moneyField(),
  share: wholeNumberField({ label: "Share", max: 1_000_000_000 }),
  label: textField({ label: "Note", max: 200 }),
  base: wholeNumberField({ label: "Line" }),
  /** Money of another award, see `outOfValue`; null leaves it as on the line that it was copied from. */
  outOf: textField({ label: "Paid out of", max: 100 }),
});
export type TypedLine = z.output<typeof typedLineSchema>;

/** The lines of a next version: the second page. */
export const linesSchema = z.object({
  version: wholeNumberField({ label: "Version", required: "Open the page again" }),
  lines: rowsOf(typedLineSchema, MAX_LINES),
});

/** The check page: seal the draft that is shown there, ask a second person to confirm it, or discard it. */
export const sealSchema = z.object({
  version: wholeNumberField({ label: "Version", required: "Open the page again" }),
  intent: choiceField(["seal", "ask", "discard"], {
    required: "Choose whether to seal or to discard the draft",
  }),
  termsAgreement: longTextField({ label: "What the funder agreed", max: 2000 }),
});
