import { keepQuery } from "#db/kept-queries.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import type { Hold } from "./hold.ts";

const holdRows = keepQuery((reader, awardId: number) =>
  reader
    .selectFrom("award_hold")
    .leftJoin("attachment", "attachment.id", "award_hold.attachment_id")
    .leftJoin("person as holder", "holder.id", "award_hold.recorded_by")
    .leftJoin("person as lifter", "lifter.id", "award_hold.lifted_by")
    .select(["award_hold.id", "held_from as heldFrom", "reason", "attachment.id as attachmentId"])
    .select(["attachment.title as attachmentTitle", "holder.name as recordedBy", "lifted_on as liftedOn"])
    .select(["lifted_because as liftedBecause", "lifter.name as liftedBy"])
    .where("award_hold.award_id", "=", awardId)
    .orderBy("award_hold.id", "desc"),
);

/** When an award was put on hold and taken off, the latest first. Call with an award in scope. */
export async function listHolds(reader: Reader | Writer, awardId: number): Promise<Hold[]> {
  const rows = await holdRows(reader, awardId);
  return rows.map(({ attachmentId, attachmentTitle, ...hold }) => ({
    ...hold,
    attachment: attachmentId === null ? null : { id: attachmentId, title: attachmentTitle ?? "" },
  }));
}

/** The hold that an award is on; null while it is on none. Call with an award in scope. */
export async function findHold(reader: Reader | Writer, awardId: number): Promise<Hold | null> {
  return (await listHolds(reader, awardId)).find(({ liftedOn }) => liftedOn === null) ?? null;
}
