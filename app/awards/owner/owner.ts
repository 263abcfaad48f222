import { z } from "zod";
import { idField, wholeNumberField } from "#app/ui/forms/fields.ts";

/** Who is responsible for an award. `ofBid`: nobody is named of the award itself, and they own the bid that it came of. */
export type AwardOwner = { id: number; name: string; ofBid: boolean };

/** "Olu Officer", "Olu Officer, who owns the bid", "Nobody". */
export function ownerWords(owner: AwardOwner | null): string {
  if (owner === null) return "Nobody";
  return owner.ofBid ? `${owner.name}, who owns the bid` : owner.name;
}

/** Who is to be responsible: nobody in particular leaves it to whoever owns the bid. */
export const awardOwnerSchema = z.object({
  version: wholeNumberField({ label: "Version", required: "Open this page again" }),
  ownerId: idField(),
});
export type AwardOwnerInput = z.output<typeof awardOwnerSchema>;
