import { z } from "zod";
import { idField, idsField, wholeNumberField } from "#app/ui/forms/fields.ts";

/** Who looks after a bid; each person has one part. */
export const teamSchema = z
  .object({
    version: wholeNumberField({ label: "Version", required: "Open this page again" }),
    ownerId: idField(),
    helperIds: idsField(),
    watcherIds: idsField(),
  })
  .superRefine(({ ownerId, helperIds, watcherIds }, check) => {
    const refuse = (path: string, message: string) =>
      check.addIssue({ code: "custom", path: [path], message });
    if (ownerId !== null && helperIds.includes(ownerId))
      refuse("helperIds", "The owner cannot be a helper too");
    if (ownerId !== null && watcherIds.includes(ownerId))
      refuse("watcherIds", "The owner cannot be a watcher too");
    if (helperIds.some((id) => watcherIds.includes(id))) {
      refuse("watcherIds", "Nobody can be helper and watcher: a helper follows the bid anyway");
    }
  });
export type TeamInput = z.output<typeof teamSchema>;
