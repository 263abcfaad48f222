import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Input } from "#app/ui/govuk/input.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { CHANNEL_WORDS, CHANNELS } from "./submission.ts";

/** How a bid was sent, besides the day and the funder's reference. */
export function SendingFields({ form }: { form: ReturnType<typeof useFormPage> }) {
  return (
    <>
      <Input
        {...form.field("sentTime")}
        label="At what time was it sent? (optional)"
        hint="UK time, like 17:00 or 5pm"
        width={5}
      />
      <Input {...form.field("sentBy")} label="Who sent it? (optional)" hint="A name or a post" width={20} />
      <Radios
        {...form.field("channel")}
        legend="How was it sent? (optional)"
        items={CHANNELS.map((channel) => ({ value: channel, text: CHANNEL_WORDS[channel] }))}
      />
    </>
  );
}
