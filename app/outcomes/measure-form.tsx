import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";

type MeasureFieldsProps = {
  form: ReturnType<typeof useFormPage>;
  /** The measures that it may be a part of. */
  wholes: readonly { value: number; text: string }[];
  /** How what was stated is not what was computed, in words; null where the two are not known to differ. */
  difference?: string | null;
};

/** The questions about a measure, the same for a new one and for a change. */
export function MeasureFields({ form, wholes, difference = null }: MeasureFieldsProps) {
  return (
    <>
      <Input
        {...form.field("name")}
        label="What is measured?"
        hint="For example, burglaries of homes, or young people back in education"
      />
      <Input
        {...form.field("unit")}
        label="In which unit?"
        hint="For example, incidents, people, per cent, per 1,000 residents. Counts of events can be scaled to a year; people, per cent and rates cannot."
        width={20}
      />
      <Radios
        {...form.field("better")}
        legend="Which way is good?"
        items={[
          { value: "down", text: "Down: less is better" },
          { value: "up", text: "Up: more is better", hint: "For example, more people reporting" },
          { value: "", text: "Neither, or not stated" },
        ]}
      />
      <Input {...form.field("measureSource")} label="Where do the figures come from? (optional)" />
      <Input {...form.field("area")} label="Which area do they cover? (optional)" />
      <Textarea
        {...form.field("caveat")}
        label="What should a reader beware of? (optional)"
        hint="For example, the second period overlaps the lockdown"
        rows={3}
      />
      <Input
        {...form.field("targetValue")}
        label="What is the target? (optional)"
        width={10}
        inputMode="decimal"
      />
      <DateInput
        {...form.date("targetBy")}
        legend="By when? (optional)"
        hint="For example, 31 3 2026. Leave the day empty if you only know the month."
      />
      <Input
        {...form.field("statedChange")}
        label="The change as its author stated it (optional)"
        hint="In their own words. It stands beside the change that is computed from the counts."
      />
      <Input
        {...form.field("statedPercent")}
        label="The change in per cent as stated (optional)"
        hint="With a minus for a fall, for example −31.5"
        width={5}
        suffix="%"
      />
      <Textarea
        {...form.field("differenceNote")}
        label={
          difference === null
            ? "If the stated change is not the computed one: why do they differ? (optional)"
            : `${difference}: why do they differ?`
        }
        hint="For example, the second period is half a year. Leave both as they are: nothing is put right. Leave this empty if it is not known yet: it is then asked for again."
        rows={2}
      />
      {wholes.length > 0 && (
        <Select
          {...form.field("partOfId")}
          label="Is it a part of another measure? (optional)"
          hint="For example, burglary of homes is a part of all burglary. The parts are added up and held against the whole."
          empty="No"
          items={wholes}
        />
      )}
      <Textarea
        {...form.field("costCaveat")}
        label="If a cost for each one means something: what should a reader beware of? (optional)"
        hint="For example, the same staff also ran another project. Leave this empty and no cost per unit is shown."
        rows={2}
      />
    </>
  );
}
