import { z } from "zod";
import { choiceField, dateField, idField, textField, wholeNumberField } from "#app/ui/forms/fields.ts";

/** A signature: of the bid and the step that were read. */
export const signSchema = z.object({
  version: wholeNumberField({ label: "Version", required: "Open this page again" }),
  position: wholeNumberField({ label: "Step", required: "Open this page again" }),
});

/** A new step at the end of a chain. */
export const stepSchema = z.object({
  title: textField({ label: "Name of the step", max: 100, required: "Enter who signs in this step" }),
});

/** Somebody who signs a step. A stand-in does so between two days. */
export const signerSchema = z
  .object({
    stepId: idField({ required: "Choose a step" }),
    personId: idField({ required: "Choose a person" }),
    part: choiceField(["named", "stand_in"], { required: "Choose whether they sign or stand in" }),
    validFrom: dateField({ label: "The first day" }),
    validTo: dateField({ label: "The last day" }),
  })
  .superRefine(({ part, validFrom, validTo }, check) => {
    const refuse = (path: string, message: string) =>
      check.addIssue({ code: "custom", path: [path], message });
    if (part === "stand_in" && validFrom === null) refuse("validFrom", "Enter the first day of standing in");
    if (part === "stand_in" && validTo === null) refuse("validTo", "Enter the last day of standing in");
    if (validFrom !== null && validTo !== null && validTo < validFrom) {
      refuse("validTo", "The last day must not be before the first");
    }
  });
export type SignerInput = z.output<typeof signerSchema>;

/** What is done to a step or a signer that is there already. */
export const chainChangeSchema = z.object({
  intent: choiceField(["usual", "up", "remove-step", "remove-signer"], { required: "Choose what to do" }),
  id: idField(),
});
