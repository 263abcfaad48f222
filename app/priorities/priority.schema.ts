import { z } from "zod";
import { endsBeforeItStarts } from "#app/partnerships/index.ts";
import {
  choiceField,
  dateField,
  idsField,
  longTextField,
  textField,
  titlesField,
  wholeNumberField,
} from "#app/ui/forms/fields.ts";
import { PRIORITY_KINDS } from "./priority.rules.ts";

const facts = {
  title: textField({
    label: "Priority",
    max: 300,
    required: "Enter the priority in the partnership’s own words",
  }),
  kind: choiceField(PRIORITY_KINDS, { required: "Choose what kind of priority it is" }),
  validFrom: dateField({ label: "The date it is valid from", dayRequired: false }),
  validTo: dateField({ label: "The date it is valid to", dayRequired: false }),
  themeIds: idsField(),
  aims: titlesField({ label: "Sub-aims", one: "sub-aim" }),
  projectIds: idsField(),
  note: longTextField({ label: "Note", max: 2000 }),
};

const inOrder = (value: { validFrom: string | null; validTo: string | null }) =>
  !endsBeforeItStarts(value.validFrom, value.validTo);
const outOfOrder = {
  path: ["validTo"],
  message: "The date it is valid to must be the same as or after the date it is valid from",
};

export const newPrioritySchema = z.object(facts).refine(inOrder, outOfOrder);
export type NewPriority = z.output<typeof newPrioritySchema>;

export const prioritySchema = z
  .object({ ...facts, version: wholeNumberField({ label: "Version", required: "Open this page again" }) })
  .refine(inOrder, outOfOrder);
export type PriorityChange = z.output<typeof prioritySchema>;
