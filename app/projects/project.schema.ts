import { z } from "zod";
import { endsBeforeItStarts } from "#app/partnerships/index.ts";
import {
  choiceField,
  dateField,
  idField,
  idsField,
  longTextField,
  textField,
  titlesField,
  wholeNumberField,
} from "#app/ui/forms/fields.ts";
import { PROJECT_STATUSES } from "./project-status.rules.ts";

const facts = {
  name: textField({ label: "Name", max: 200, required: "Enter the name of the project" }),
  description: longTextField({ label: "Description", max: 4000 }),
  startsOn: dateField({ label: "The date it starts", dayRequired: false }),
  endsOn: dateField({ label: "The date it ends", dayRequired: false }),
  statusNote: longTextField({ label: "Note on how it stands", max: 1000 }),
  status: choiceField(PROJECT_STATUSES),
  strands: titlesField({ label: "Strands", one: "strand" }),
  partners: titlesField({ label: "Delivery partners", one: "delivery partner" }),
  places: titlesField({ label: "Places", one: "place" }),
  partnershipIds: idsField(),
};

const inOrder = (value: { startsOn: string | null; endsOn: string | null }) =>
  !endsBeforeItStarts(value.startsOn, value.endsOn);
const outOfOrder = {
  path: ["endsOn"],
  message: "The date it ends must be the same as or after the date it starts",
};

export const newProjectSchema = z
  .object({ partnershipId: idField({ required: "Choose a partnership" }), ...facts })
  .refine(inOrder, outOfOrder);
export type NewProject = z.output<typeof newProjectSchema>;

export const projectSchema = z
  .object({ ...facts, version: wholeNumberField({ label: "Version", required: "Open this page again" }) })
  .refine(inOrder, outOfOrder);
export type ProjectChange = z.output<typeof projectSchema>;

type Parts = Pick<ProjectChange, "strands" | "partners" | "places" | "partnershipIds">;

/** The lists of a project, for the audit log. */
export function partsOf({ strands, partners, places, partnershipIds }: Parts): Parts {
  return { strands, partners, places, partnershipIds };
}
