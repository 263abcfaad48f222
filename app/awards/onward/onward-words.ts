import type { TagColour } from "#app/ui/govuk/tag.tsx";
import type { OnwardStatus } from "./onward-grant.rules.ts";

export const ONWARD_STATUS_WORDS: Record<OnwardStatus, { text: string; colour: TagColour }> = {
  planned: { text: "No agreement yet", colour: "grey" },
  agreed: { text: "Agreed", colour: "blue" },
  part_paid: { text: "Paid in part", colour: "yellow" },
  paid: { text: "Paid", colour: "green" },
  part_returned: { text: "Returned in part", colour: "orange" },
  returned: { text: "Returned", colour: "purple" },
  cancelled: { text: "Cancelled", colour: "red" },
};
