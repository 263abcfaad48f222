import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { type HeldSince, warnOfHold } from "./hold.rules.ts";

/** On a form that claims or pays money of an award: that it is on hold. Nothing is refused for that. */
export function HoldWarning({ hold }: { hold: HeldSince | null }) {
  if (hold === null) return null;
  return <WarningText>{`${warnOfHold(hold)}. Make sure that this may go on.`}</WarningText>;
}
