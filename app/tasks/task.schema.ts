import { z } from "zod";
import {
  choiceField,
  dateField,
  idField,
  longTextField,
  textField,
  wholeNumberField,
} from "#app/ui/forms/fields.ts";

const version = wholeNumberField({ label: "Version", required: "Open this page again" });

/** A task: what, who and by when. */
export const taskSchema = z.object({
  what: textField({ label: "The task", max: 200, required: "Enter what has to be done" }),
  assigneeId: idField({ required: "Choose who does it" }),
  dueOn: dateField({ label: "The date", required: "Enter the date by which it has to be done" }),
});
export type TaskInput = z.output<typeof taskSchema>;

export const taskChangeSchema = taskSchema.extend({ version });
export type TaskChange = z.output<typeof taskChangeSchema>;

/** What became of a task; "open" takes back what was said of it. */
export const settleSchema = z
  .object({
    version,
    outcome: choiceField(["done", "not_needed", "open"], { required: "Choose what became of the task" }),
    settledOn: dateField({ label: "The date" }),
    note: longTextField({ label: "The note", max: 1000 }),
  })
  .superRefine(({ outcome, note }, check) => {
    if (outcome === "not_needed" && note === null) {
      check.addIssue({ code: "custom", path: ["note"], message: "Say why it is not needed any more" });
    }
  });
export type Settlement = z.output<typeof settleSchema>;
