import { z } from "zod";
import { ROLES } from "#app/platform/permissions.ts";
import { choiceField, flagField, idField, textField, wholeNumberField } from "#app/ui/forms/fields.ts";
import { emailProblem, keptEmail, PASSWORD_MAX, passwordProblem } from "./person.rules.ts";

const name = textField({ label: "Name", max: 100, required: "Enter a name" });
const email = textField({ label: "Email address", max: 254, required: "Enter an email address" })
  .refine(
    (text) => emailProblem(text) === null,
    "Enter an email address in the correct format, like name@example.com",
  )
  .transform(keptEmail);

/** A password as it was typed: spaces at its ends count, so nothing is tidied. */
function typedPassword(required: string) {
  return z
    .string({ error: required })
    .optional()
    .transform((text, ctx): string => {
      if (text !== undefined && text !== "") return text;
      ctx.addIssue({ code: "custom", message: required });
      return z.NEVER;
    });
}

const newPassword = typedPassword("Enter a password").superRefine((text, ctx) => {
  const problem = passwordProblem(text, null);
  if (problem) ctx.addIssue({ code: "custom", message: problem });
});
const repeatPassword = typedPassword("Type the password again");
const typedTwice = (form: { password: string; repeatPassword: string }) =>
  form.password === form.repeatPassword;
const notTheSame = { path: ["repeatPassword"], message: "The two passwords are not the same" };

export const signInSchema = z.object({
  email: textField({ label: "Email address", max: 254, required: "Enter your email address" }),
  password: typedPassword("Enter your password").pipe(
    z.string().max(PASSWORD_MAX * 2, `Password must be ${PASSWORD_MAX} characters or fewer`),
  ),
});

export const firstAdministratorSchema = z
  .object({ name, email, password: newPassword, repeatPassword })
  .refine(typedTwice, notTheSame);

export const choosePasswordSchema = z
  .object({ password: newPassword, repeatPassword })
  .refine(typedTwice, notTheSame);

export const changePasswordSchema = z
  .object({
    currentPassword: typedPassword("Enter your current password"),
    password: newPassword,
    repeatPassword,
  })
  .refine(typedTwice, notTheSame);

const role = choiceField(ROLES);

export const newPersonSchema = z
  .object({ name, email, isAdministrator: flagField(), partnershipId: idField(), role })
  .refine((form) => form.role === null || form.partnershipId !== null, {
    path: ["partnershipId"],
    message: "Choose the partnership that the role is in",
  })
  .refine((form) => form.partnershipId === null || form.role !== null, {
    path: ["role"],
    message: "Choose the role in the partnership",
  });

/** Of the account as the page showed it; its roles count as a part of it. */
const version = wholeNumberField({ label: "Version", required: "Open this page again" });

export const personSchema = z.object({ name, email, isAdministrator: flagField(), version });
export type PersonChange = z.output<typeof personSchema>;

export const newRoleSchema = z.object({
  partnershipId: idField({ required: "Choose a partnership" }),
  role: choiceField(ROLES, { required: "Choose a role" }),
});

export const roleSchema = z.object({ role: choiceField(ROLES, { required: "Choose a role" }), version });
export const removeRoleSchema = z.object({ version });

/** What is done to an account with one press. */
export const personIntentSchema = z.object({
  intent: choiceField(["renew-link", "disable", "enable"], { required: "Choose what to do" }),
});
