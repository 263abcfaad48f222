import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { Input } from "#app/ui/govuk/input.tsx";

type Form = {
  field: (path: string) => { id: string; name: string; defaultValue: string; error?: string };
  flag: (path: string) => { id: string; name: string; defaultValues: string[]; error?: string };
};

/** Name, address and the right of an administrator. */
export function PersonFields({ form }: { form: Form }) {
  return (
    <>
      <Input {...form.field("name")} label="Name" autoComplete="off" width={30} />
      <Input
        {...form.field("email")}
        label="Email address"
        hint="They sign in with it"
        type="email"
        autoComplete="off"
        spellCheck={false}
        width={30}
      />
      <Checkboxes
        {...form.flag("isAdministrator")}
        items={[
          {
            value: "yes",
            text: "Administrator",
            hint: "Manages people and reference data. By this right alone they see no bids and no awards.",
          },
        ]}
      />
    </>
  );
}
