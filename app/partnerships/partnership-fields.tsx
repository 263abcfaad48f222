import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { PARTNERSHIP_KIND_NAMES, PARTNERSHIP_KINDS } from "./partnership.rules.ts";

type Form = {
  field: (path: string) => { id: string; name: string; defaultValue: string; error?: string };
  choices: (path: string) => { id: string; name: string; defaultValues: string[]; error?: string };
};

/** What a partnership is called, and what it is. */
export function NameAndKind({ form }: { form: Form }) {
  return (
    <>
      <Input {...form.field("name")} label="What is it called?" />
      <Radios
        {...form.field("kind")}
        legend="What kind of partnership is it?"
        items={PARTNERSHIP_KINDS.map((kind) => ({ value: kind, text: PARTNERSHIP_KIND_NAMES[kind] }))}
      />
    </>
  );
}

type AuthorityBoxesProps = { form: Form; authorities: readonly { code: string; name: string }[] };

/** The local authorities that a partnership covers. */
export function AuthorityBoxes({ form, authorities }: AuthorityBoxesProps) {
  return (
    <Checkboxes
      {...form.choices("authorityCodes")}
      legend="Which local authorities does it cover?"
      items={authorities.map(({ code, name }) => ({ value: code, text: name }))}
      small
    />
  );
}
