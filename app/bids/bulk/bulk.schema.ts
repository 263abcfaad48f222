import { z } from "zod";
import { choiceField, idField, idsField, longTextField, textField } from "#app/ui/forms/fields.ts";

const change = choiceField(["lead-officer", "owner", "add-priority"], { required: "Choose what to change" });
const leadOfficer = textField({ label: "Lead officer", max: 200 });
const priorityId = idField();
const ownerId = idField();

/** What is to be done to the ticked bids; each change needs its own answer. */
const changeShape = { change, leadOfficer, ownerId, priorityId };
type Answers = {
  change: string;
  leadOfficer: string | null;
  ownerId: number | null;
  priorityId: number | null;
};

function isAnswered({ change, leadOfficer, ownerId, priorityId }: Answers, ctx: z.RefinementCtx): void {
  if (change === "lead-officer" && leadOfficer === null) {
    ctx.addIssue({ code: "custom", path: ["leadOfficer"], message: "Enter the lead officer" });
  }
  if (change === "owner" && ownerId === null) {
    ctx.addIssue({ code: "custom", path: ["ownerId"], message: "Choose the new owner" });
  }
  if (change === "add-priority" && priorityId === null) {
    ctx.addIssue({ code: "custom", path: ["priorityId"], message: "Choose a priority area" });
  }
}

/** The question, as the address of the preview has it. */
export const bulkQuestionSchema = z.object(changeShape).superRefine(isAnswered);

/** What the preview sends: each bid with the version that it showed. */
export const bulkSchema = z
  .object({
    ...changeShape,
    bidIds: idsField({ required: "Tick at least one bid" }),
    versions: idsOf(),
    back: longTextField({ label: "The list", max: 4000 }),
  })
  .superRefine(isAnswered)
  .refine(({ bidIds, versions }) => bidIds.length === versions.length, {
    path: ["bidIds"],
    message: "Tick the bids again",
  });
export type BulkQuestion = z.output<typeof bulkQuestionSchema>;
export type BulkInput = z.output<typeof bulkSchema>;

/** Versions in the order of the bids; several bids may have the same. */
function idsOf() {
  const version = z.string().regex(/^[1-9]\d{0,14}$/, "Tick the bids again");
  return z
    .array(version)
    .max(500, "Tick fewer bids")
    .optional()
    .transform((texts) => (texts ?? []).map(Number));
}
