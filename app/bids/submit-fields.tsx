import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Details } from "#app/ui/govuk/details.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { SendingFields } from "./submission/sending-fields.tsx";

type SubmitFieldsProps = {
  form: ReturnType<typeof useFormPage>;
  /** The bid has no amount: submitting it needs the word that none is known yet. */
  askAmount: boolean;
  /** It can be submitted now, and not just be asked to be signed. */
  askSending: boolean;
};

/** What is asked when a bid is submitted. */
export function SubmitFields({ form, askAmount, askSending }: SubmitFieldsProps) {
  const date = form.date("happenedOn");
  const reference = form.field("reference");
  const sending = ["sentTime", "sentBy", "channel"].map((name) => form.field(name));
  const fields = [date, reference, ...sending];
  const texts = [
    ...Object.values(date.defaultValue),
    ...[reference, ...sending].map((one) => one.defaultValue),
  ];
  const open = texts.some((text) => text !== "") || fields.some(({ error }) => error !== undefined);
  return (
    <>
      {askAmount && (
        <Checkboxes
          {...form.flag("requestedPence")}
          items={[{ value: "yes", text: "Submit it without an amount: the amount is not yet known" }]}
        />
      )}
      {askSending && (
        <Details summary="When and how was it sent, and does it have a reference?" open={open}>
          <DateInput
            {...date}
            legend="When was it submitted? (optional)"
            hint="For example, 31 8 2026. Leave it empty for today."
          />
          <SendingFields form={form} />
          <Input {...reference} label="The funder’s reference for the bid (optional)" width={20} />
        </Details>
      )}
    </>
  );
}
