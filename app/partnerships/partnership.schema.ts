import { z } from "zod";
import {
  choiceField,
  dateField,
  flagField,
  idField,
  idsField,
  longTextField,
  textField,
  wholeNumberField,
} from "#app/ui/forms/fields.ts";
import { MEMBER_ROLES, PARTNERSHIP_KINDS } from "./partnership.rules.ts";
import { endsBeforeItStarts } from "./validity.rules.ts";

const codes = z
  .array(z.string().regex(/^[A-Z]\d{8}$/, "Choose local authorities from the list"), "Choose from the list")
  .max(400, "Choose 400 or fewer")
  .optional()
  .transform((list) => [...new Set(list ?? [])]);

const facts = {
  name: textField({ label: "Name", max: 200, required: "Enter the name of the partnership" }),
  kind: choiceField(PARTNERSHIP_KINDS, { required: "Choose the kind of partnership" }),
  policeArea: textField({ label: "Police area", max: 100 }),
  authorityCodes: codes,
};

/** A group that is on no official list. */
export const newPartnershipSchema = z.object({ ...facts, belowIds: idsField() });
export type NewPartnership = z.output<typeof newPartnershipSchema>;

export const partnershipSchema = z
  .object({
    ...facts,
    aboveId: idField(),
    validFrom: dateField({ label: "The date it is valid from", dayRequired: false }),
    validTo: dateField({ label: "The date it is valid to", dayRequired: false }),
    successorId: idField(),
    fundingPosition: longTextField({ label: "Funding position", max: 2000 }),
    secondPerson: flagField(),
    version: wholeNumberField({ label: "Version", required: "Open this page again" }),
  })
  .refine((value) => !endsBeforeItStarts(value.validFrom, value.validTo), {
    path: ["validTo"],
    message: "The date it is valid to must be the same as or after the date it is valid from",
  });
export type PartnershipChange = z.output<typeof partnershipSchema>;

export const memberSchema = z.object({
  organisation: textField({
    label: "Organisation",
    max: 200,
    required: "Enter the name of the organisation",
  }),
  role: choiceField(MEMBER_ROLES, { required: "Choose whether it is a responsible authority" }),
  roleDetail: textField({ label: "Its part in the partnership", max: 300 }),
});
export type NewMember = z.output<typeof memberSchema>;

export const officialSearchSchema = z.object({ search: textField({ label: "Search", max: 100 }) });

export const officialChoiceSchema = z.object({
  code: textField({ label: "Code", max: 20, required: "Choose a partnership of the list" }),
});
