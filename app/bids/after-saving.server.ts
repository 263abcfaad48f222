import type { TypedResponse } from "@remix-run/node";
import { redirectTo } from "#app/platform/page.server.ts";
import { type FormValues, textAt } from "#app/ui/forms/form-values.ts";
import type { BidInput } from "./bid.schema.ts";

/** Where a saved draft goes on: to its page, or to the check of its answers. */
export function afterSaving(
  bidId: number,
  form: { data: BidInput; values: FormValues },
  message: string,
): TypedResponse<never> {
  if (textAt(form.values, "intent") !== "check") return redirectTo(`/bids/${bidId}`, { message });
  return redirectTo(`/bids/${bidId}/check${form.data.requestedNotKnown ? "?amount=not-known" : ""}`);
}
