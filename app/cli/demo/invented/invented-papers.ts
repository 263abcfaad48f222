import { addAttachment, stateFigureSource } from "#app/attachments/index.server.ts";
import { nameOfFigure } from "#app/attachments/index.ts";
import { findFiguresOfVersion } from "#app/awards/index.server.ts";
import { findFiguresOfBid } from "#app/bids/index.server.ts";
import { findFiguresOfClaim } from "#app/claims/index.server.ts";
import { writeNote } from "#app/notes/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
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

const PLEDGE = [
  "Anytown Buses (invented)",
  "",
  "Taxi marshals at the station",
  "",
  "1. We will give £1,000 in cash if the bid succeeds.",
  "2. We will carry one marshal on from our own means afterwards.",
  "",
  "This letter is invented, as is everybody in it.",
];

const REMITTANCE = [
  "Police and Crime Commissioner (invented)",
  "Remittance advice",
  "",
  "To: Anytown Council (invented)",
  "",
  "1. Claim CL-1: we pay £5,250 by BACS.",
  "",
  "This letter is invented, as is everybody in it.",
];

/** The funder's remittance advice of a claim, as the source of what came for it. */
export async function inventRemittance(officer: Context, awardId: number, claimId: number): Promise<void> {
  const { id } = done(
    await addAttachment(
      officer,
      { attachedTo: { claimId }, mayAttach: true },
      { title: "Remittance advice" },
      { fileName: "remittance-advice-cl-1.pdf", kind: "pdf", bytes: letterAsPdf(REMITTANCE) },
    ),
  );
  const claim = await findFiguresOfClaim(officer, awardId, claimId);
  const received = claim.figures.find((one) => one.figure === "received");
  const figure = received ? nameOfFigure(received) : "";
  done(await stateFigureSource(officer, claim, { figure, attachmentId: id, place: "paragraph 1" }));
}

/** The letter in which the bus company pledges its match, as the source of that figure. */
export async function inventPledge(officer: Context, bidId: number): Promise<void> {
  const { id } = done(
    await addAttachment(
      officer,
      { attachedTo: { bidId }, mayAttach: true },
      { title: "Letter of pledge" },
      { fileName: "letter-of-pledge.pdf", kind: "pdf", bytes: letterAsPdf(PLEDGE) },
    ),
  );
  const bid = await findFiguresOfBid(officer, bidId);
  const match = bid.figures.find(({ value }) => value === "£1,000");
  const figure = match ? nameOfFigure(match) : "";
  done(await stateFigureSource(officer, bid, { figure, attachmentId: id, place: "paragraph 1" }));
}

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
  const version = await findFiguresOfVersion(staff.officer, awardId, 1);
  const figure = version.figures.map(nameOfFigure)[0] ?? "";
  done(await stateFigureSource(staff.officer, version, { figure, attachmentId: id, place: "paragraph 1" }));
  const record = { record: { awardId }, mayNote: true };
  done(
    await writeNote(staff.officer, record, {
      text: "Rang the funder about the second van.\nThey will look at it again if the first year is underspent.",
    }),
  );
}
