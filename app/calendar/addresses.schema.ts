import { z } from "zod";
import { choiceField, idField, textField } from "#app/ui/forms/fields.ts";

/** A new address, or one that is to stop working. */
export const addressesSchema = z
  .object({
    intent: choiceField(["make", "revoke"], { required: "Choose what to do" }),
    name: textField({ label: "Name", max: 60 }),
    addressId: idField(),
  })
  .superRefine(({ intent, name, addressId }, check) => {
    const refuse = (field: string, message: string) =>
      check.addIssue({ code: "custom", path: [field], message });
    if (intent === "make" && name === null) refuse("name", "Enter which calendar it is for");
    if (intent === "revoke" && addressId === null) refuse("addressId", "Choose an address");
  });
