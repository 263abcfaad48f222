import { addAttachment } from "#app/attachments/index.server.ts";
import { stateFigureSource } from "#app/awards/index.server.ts";
import { writeNote } from "#app/notes/index.server.ts";
import type { StaffContexts } from "../fill-people.ts";
import { done } from "../filled.ts";
import { letterAsPdf } from "./award-letter.ts";

const LETTER = [
  "Police and Crime Commissioner (invented)",
  "Notice 7",
  "",
  "To: Anytown Community Safety Partnership (invented)",
  "and Otherton Community Safety Partnership (invented)",
  "",
  "Town centre guardians",
  "",
  "1. We are pleased to award £54,000 over two financial years.",
  "2. The second van is not part of the award.",
  "3. Claims are made each quarter, in arrears.",
  "",
  "This letter is invented, as is everybody in it.",
];

/** The letter of an award, as the source of its first amount, and two notes, one of them withdrawn. */
export async function inventPapers(staff: StaffContexts, awardId: number): Promise<void> {
  const { id } = done(
    await addAttachment(
      staff.officer,
      { attachedTo: { awardId }, mayAttach: true },
      { title: "Award letter" },
      { fileName: "award-letter-notice-7.pdf", kind: "pdf", bytes: letterAsPdf(LETTER) },
    ),
  );
  done(await stateFigureSource(staff.officer, awardId, 1, { attachmentId: id, place: "paragraph 1" }));
  const record = { record: { awardId }, mayNote: true };
  done(
    await writeNote(staff.officer, record, {
      text: "Rang the funder about the second van.\nThey will look at it again if the first year is underspent.",
    }),
  );
}
