import { z } from "zod";
import { formatPounds } from "#app/core/money.ts";
import {
  choiceField,
  dateField,
  idField,
  longTextField,
  moneyField,
  rowsOf,
  textField,
  wholeNumberField,
} from "#app/ui/forms/fields.ts";
import { type Asks, CLAIM_RULES, type ClaimAction } from "./claim.status.ts";
import { PAYMENTS } from "./claim.ts";

export const MAX_CLAIM_LINES = 40;

const lineSchema = z
  .object({
    financialYear: idField(),
    stream: choiceField(["revenue", "capital"]),
    projectId: idField(),
    amountPence: moneyField({ label: "Amount" }),
  })
  .superRefine((line, context) => {
    const say = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (isEmptyLine(line)) return;
    if (line.financialYear === null) say("financialYear", "Choose the financial year of this line");
    if (!line.amountPence) say("amountPence", "Enter an amount above £0");
  });

type TypedLine = {
  financialYear: number | null;
  stream: "revenue" | "capital" | null;
  projectId: number | null;
  amountPence: number | null;
};

/** True of a row that claims nothing: the years and streams of the award stand on the form already. */
export function isEmptyLine(line: TypedLine): boolean {
  return line.amountPence === null && line.projectId === null;
}

/** A claim: for what period, how it is paid, and for what. `version` is of the draft that is changed. */
export const claimSchema = z
  .object({
    version: wholeNumberField({ label: "Version" }),
    periodFrom: dateField({ label: "The first day", required: "Enter the first day of the period" }),
    periodTo: dateField({ label: "The last day", required: "Enter the last day of the period" }),
    payment: choiceField(PAYMENTS, { required: "Choose how the funder pays" }),
    results: wholeNumberField({ label: "The number of results", max: 1_000_000 }),
    unit: textField({ label: "The unit", max: 60 }),
    unitPence: moneyField({ label: "The price" }),
    lines: rowsOf(lineSchema, MAX_CLAIM_LINES),
    note: longTextField({ label: "Note", max: 2000 }),
    reason: longTextField({ label: "The reason", max: 2000 }),
  })
  .superRefine((claim, context) => {
    const say = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    if (claim.periodTo < claim.periodFrom) say(["periodTo"], "The last day must not be before the first day");
    if (claim.results !== null && claim.payment !== "results") {
      say(["results"], "Leave this empty unless the funder pays by results");
    }
    if (claim.results === 0) say(["results"], "Enter at least 1 result, or leave it empty");
    if (claim.results === null && claim.unitPence !== null)
      say(["results"], "Enter how many results it is for");
    if (claim.unitPence === 0) say(["unitPence"], "Enter a price above £0, or leave it empty");
    const lines = claim.lines.reduce((sum, { amountPence }) => sum + (amountPence ?? 0), 0);
    const results = (claim.results ?? 0) * (claim.unitPence ?? 0);
    if (claim.lines.every(isEmptyLine)) {
      if (claim.payment !== "results" || claim.results === null || claim.unitPence !== null) {
        say(["lines", 0, "amountPence"], "Enter an amount for at least one line");
      }
    } else if (claim.results !== null && claim.unitPence && results !== lines) {
      const words = (pence: number) =>
        Number.isSafeInteger(pence) ? formatPounds(pence) : "more than this register can hold";
      say(["results"], `That many results come to ${words(results)}, the lines to ${words(lines)}`);
    }
  });
type TypedClaim = z.output<typeof claimSchema>;
/** What is not typed on every form may be left out. */
type Optional = "version" | "unit" | "unitPence" | "reason";
export type NewClaim = Omit<TypedClaim, Optional> & Partial<Pick<TypedClaim, Optional>>;

/** What an action asks for, by the table of actions; what it does not ask for is nothing. */
export function claimActionSchema(action: ClaimAction) {
  const { required } = CLAIM_RULES[action];
  const must = <Rule extends object>(what: Asks, rule: Rule, message: string) =>
    required.includes(what) ? { ...rule, required: message } : rule;
  return z.object({
    version: wholeNumberField({ label: "Version", required: "Open this page again" }),
    amountPence: moneyField(must("amount", { label: "Amount" }, "Enter the amount that came")),
    happenedOn: dateField({ label: "The date" }),
    reference: textField({ label: "Reference", max: 100 }),
    reason: longTextField(must("reason", { label: "The reason", max: 2000 }, "Say why, or what was said")),
  });
}
export type ClaimAnswers = {
  amountPence: number | null;
  happenedOn: string | null;
  reference: string | null;
  reason: string | null;
};
