import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { BID_RULES, type BidAction } from "./bid.status.ts";
import { BID_ACTION_WORDS } from "./bid-words.ts";
import { SendingFields } from "./submission/sending-fields.tsx";

type ActionFieldsProps = { form: ReturnType<typeof useFormPage>; action: BidAction };

/** What an action asks for, as the status table says. */
export function ActionFields({ form, action }: ActionFieldsProps) {
  const { asks, isDecision } = BID_RULES[action];
  const words = BID_ACTION_WORDS[action];
  const optional = (answer: string) => (answer === "optional" ? " (optional)" : "");
  return (
    <>
      {asks.date !== "not_asked" && (
        <DateInput
          {...form.date("happenedOn")}
          legend={isDecision ? "When did the funder decide?" : `On what date?${optional(asks.date)}`}
          hint={`For example, 31 8 2026.${asks.date === "optional" ? " Leave it empty for today." : ""}`}
        />
      )}
      {asks.reason !== "not_asked" && (
        <Textarea
          {...form.field("reason")}
          label={`${words.reason ?? "Why?"}${optional(asks.reason)}`}
          hint={words.reasonHint}
        />
      )}
      {action === "ask_clarification" && (
        <DateInput
          {...form.date("dueOn")}
          legend="By when does it want an answer? (optional)"
          hint="For example, 31 8 2026"
        />
      )}
      {action === "sign_off" && <SendingFields form={form} />}
      {asks.reference !== "not_asked" && (
        <Input
          {...form.field("reference")}
          label={`${isDecision ? "Reference of the decision" : "Reference"}${optional(asks.reference)}`}
          hint={isDecision ? "For example, the number of the letter or the decision notice" : undefined}
          width={20}
        />
      )}
    </>
  );
}
