import { Input } from "#app/ui/govuk/input.tsx";
import { PASSWORD_MIN } from "./person.rules.ts";

type Field = { id: string; name: string; error?: string };

/** A new password, typed twice. */
export function NewPasswordFields({ form }: { form: { field: (path: string) => Field } }) {
  return (
    <>
      <Input
        {...form.field("password")}
        label="Choose a password"
        hint={`It must have ${PASSWORD_MIN} characters or more. Three words that you will remember are a good choice.`}
        type="password"
        autoComplete="new-password"
        width={30}
      />
      <Input
        {...form.field("repeatPassword")}
        label="Type it again"
        type="password"
        autoComplete="new-password"
        width={30}
      />
    </>
  );
}
