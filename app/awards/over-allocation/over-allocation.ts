import { z } from "zod";
import { formatPounds } from "#app/core/money.ts";
import { longTextField, wholeNumberField } from "#app/ui/forms/fields.ts";

/** How much of an award is meant to be passed on, in per cent of it: above 100 where those who get it underspend each year. */
export type OverAllocation = { percentage: number; reason: string; version: number };

export const overAllocationSchema = z
  .object({
    version: wholeNumberField({ label: "Version", required: "Open this page again" }),
    percentage: wholeNumberField({
      label: "The percentage",
      max: 200,
      required: "Enter a percentage, 100 if no more is passed on than the award holds",
    }),
    reason: longTextField({ label: "The reason", max: 2000, required: "Enter why, and who decided it" }),
  })
  .superRefine(({ percentage }, context) => {
    if (percentage >= 100) return;
    context.addIssue({ code: "custom", path: ["percentage"], message: "The percentage must be 100 or more" });
  });
export type OverAllocationInput = z.output<typeof overAllocationSchema>;

/** What may be passed on of an award in all. Pence. */
export function allocatablePence(amountPence: number, percentage: number): number {
  // By whole numbers: a product of pounds and per cent can be past what is kept exactly.
  return Number((BigInt(amountPence) * BigInt(percentage)) / 100n);
}

/**
 * What is passed on above what an award holds, as it was meant, in words; null where no more is passed on than it holds,
 * or more than was meant. Pence.
 */
export function overAllocationWords(
  award: { amountPence: number | null; percentage: number },
  passedOnPence: number,
): string | null {
  const { amountPence, percentage } = award;
  if (amountPence === null || passedOnPence <= amountPence) return null;
  if (passedOnPence > allocatablePence(amountPence, percentage)) return null;
  const over = formatPounds(passedOnPence - amountPence);
  return `${over} more is passed on than the award holds. That is meant: up to ${percentage}% of it may be passed on`;
}
