import { z } from "zod";
import { formatPounds } from "#app/core/money.ts";
import {
  choiceField,
  dateField,
  idField,
  longTextField,
  moneyField,
  rowsOf,
  wholeNumberField,
} from "#app/ui/forms/fields.ts";

export const MAX_SPEND_LINES = 40;

/** £1,000,000,000: no award of a partnership is near it, and thousands of them can be added up exactly. */
const MAX_SPEND_PENCE = 1_000_000_000_00;

function refuseTooMuch({ amountPence }: { amountPence: number | null }, context: z.RefinementCtx): void {
  if ((amountPence ?? 0) <= MAX_SPEND_PENCE) return;
  const message = `The amount must be ${formatPounds(MAX_SPEND_PENCE)} or less`;
  context.addIssue({ code: "custom", path: ["amountPence"], message });
}

const lineSchema = z
  .object({
    stream: choiceField(["revenue", "capital"]),
    projectId: idField(),
    amountPence: moneyField({ label: "Amount" }),
  })
  .superRefine((line, context) => {
    if (line.amountPence === 0) {
      context.addIssue({ code: "custom", path: ["amountPence"], message: "Enter an amount above £0" });
    }
    refuseTooMuch(line, context);
  });

/** What was spent of an award in a period, and what shows it. */
export const spendSchema = z
  .object({
    periodFrom: dateField({ label: "The first day", required: "Enter the first day of the period" }),
    periodTo: dateField({ label: "The last day", required: "Enter the last day of the period" }),
    lines: rowsOf(lineSchema, MAX_SPEND_LINES),
    evidence: longTextField({
      label: "What shows it",
      max: 2000,
      required: "Enter what shows it, for example the ledger report",
    }),
    reason: longTextField({ label: "The reason", max: 2000 }),
  })
  .superRefine(({ periodFrom, periodTo, lines }, context) => {
    const say = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    if (periodTo < periodFrom) say(["periodTo"], "The last day must not be before the first day");
    if (lines.every(({ amountPence }) => amountPence === null)) {
      say(["lines", 0, "amountPence"], "Enter an amount for at least one line");
    }
  });
export type NewSpend = z.output<typeof spendSchema>;

/** What an entry should have said. `version` is how many rows it had when the page was read. */
export const correctionSchema = z
  .object({
    version: wholeNumberField({ label: "Version", required: "Open this page again" }),
    amountPence: moneyField({ label: "The amount", required: "Enter what was spent, £0 if nothing was" }),
    reason: longTextField({ label: "The reason", max: 2000, required: "Enter why it was wrong" }),
    evidence: longTextField({ label: "What shows it", max: 2000 }),
  })
  .superRefine(refuseTooMuch);
export type Correction = z.output<typeof correctionSchema>;
