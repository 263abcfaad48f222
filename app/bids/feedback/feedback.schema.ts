import { z } from "zod";
import { dateField, longTextField, wholeNumberField } from "#app/ui/forms/fields.ts";

/** What the funder said of a bid besides its decision, and what the partnership learnt. All of it may be left empty. */
export const feedbackSchema = z
  .object({
    version: wholeNumberField({ label: "Version", required: "Open this page again" }),
    rankValue: wholeNumberField({ label: "The place", max: 9999 }),
    rankOfValue: wholeNumberField({ label: "The number of bids", max: 9999 }),
    rankedOn: dateField({ label: "The date of the ranking", dayRequired: false }),
    feedback: longTextField({ label: "The feedback", max: 4000 }),
    lessons: longTextField({ label: "The lessons", max: 4000 }),
  })
  .superRefine(({ rankValue, rankOfValue }, check) => {
    const refuse = (path: string, message: string) =>
      check.addIssue({ code: "custom", path: [path], message });
    if (rankValue === 0) refuse("rankValue", "The place must be 1 or more");
    if (rankValue === null && rankOfValue !== null)
      refuse("rankValue", "Enter the place that the bid was given");
    if (rankValue !== null && rankOfValue !== null && rankOfValue < rankValue) {
      refuse("rankOfValue", "The number of bids must not be less than the place");
    }
  });
export type FeedbackInput = z.output<typeof feedbackSchema>;
