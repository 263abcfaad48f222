import { z } from "zod";
import type { Permission } from "#app/platform/permissions.ts";
import { dateField, longTextField, moneyField, textField, wholeNumberField } from "#app/ui/forms/fields.ts";
import type { OnwardGrant } from "./onward-grant.ts";

export const ONWARD_ACTIONS = ["pay", "return", "take-back", "cancel"] as const;
export type OnwardAction = (typeof ONWARD_ACTIONS)[number];

type Rule = {
  permission: Permission;
  label: string;
  done: string;
  /** It is about an amount, its day and reference; else it needs a reason, and this is its question. */
  why: string | null;
};

/** What can be done with an onward grant, and by whom: the one table of it. */
export const ONWARD_RULES: Record<OnwardAction, Rule> = {
  pay: { permission: "award.seal", label: "Record a payment", done: "Payment recorded", why: null },
  return: { permission: "award.seal", label: "Record money returned", done: "Return recorded", why: null },
  "take-back": {
    permission: "award.seal",
    label: "Take back the last entry",
    done: "Entry taken back",
    why: "Why was it wrong?",
  },
  cancel: {
    permission: "award.draft",
    label: "Cancel the grant",
    done: "Onward grant cancelled",
    why: "Why is it cancelled?",
  },
};

export function isOnwardAction(text: string | undefined): text is OnwardAction {
  return ONWARD_ACTIONS.some((action) => action === text);
}

/** True where the action can follow what the grant has come to. */
export function canFollow(action: OnwardAction, grant: OnwardGrant): boolean {
  const { amountPence, paidPence, returnedPence, cancelledOn } = grant;
  const held = paidPence - returnedPence;
  if (action === "return") return held > 0;
  if (action === "take-back") return paidPence > 0;
  if (cancelledOn !== null) return false;
  return action === "cancel" || amountPence === null || held < amountPence;
}

/** What an action asks for. */
export function onwardActionSchema(action: OnwardAction) {
  const money = ONWARD_RULES[action].why === null;
  return z.object({
    version: wholeNumberField({ label: "Version", required: "Open this page again" }),
    amountPence: moneyField(
      money ? { label: "The amount", required: "Enter the amount" } : { label: "The amount" },
    ),
    happenedOn: dateField({ label: "The date" }),
    reference: textField({ label: "The reference", max: 100 }),
    reason: longTextField(
      money
        ? { label: "The reason", max: 2000 }
        : { label: "The reason", max: 2000, required: "Enter the reason" },
    ),
    reportedBecause: longTextField({ label: "Why it is recorded only now", max: 2000 }),
  });
}
export type OnwardAnswers = {
  amountPence: number | null;
  happenedOn: string | null;
  reference: string | null;
  reason: string | null;
  /** Why it is recorded after the return for its period was sent. */
  reportedBecause?: string | null;
};
