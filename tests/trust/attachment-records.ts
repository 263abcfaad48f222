import { createHash } from "node:crypto";
import type { Database } from "#db/open.server.ts";
import { NOW, type Params } from "./standings.ts";

type Owner = { bid_id: number } | { award_id: number } | { round_id: number } | { claim_id: number };

/** A short text as an attachment of a record. @returns its number */
export async function addAttachment(db: Database, owner: Owner, added_by: number): Promise<number> {
  const bytes = Buffer.from("We are pleased to offer you £20,000.\n");
  return db.write(async (trx) => {
    const { id } = await trx
      .insertInto("attachment")
      .values({
        ...owner,
        title: "Award letter",
        file_name: "award-letter.txt",
        kind: "txt",
        size_bytes: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        added_at: NOW,
        added_by,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx.insertInto("attachment_content").values({ attachment_id: id, bytes }).execute();
    return id;
  });
}

/** An attachment, a note and a task of a record, as the parts of an address that name them. Someone else has the task. */
export async function addPapers(
  db: Database,
  record: { bid_id: number } | { award_id: number },
  { officerId: person, strangerId }: { officerId: number; strangerId: number },
): Promise<Params> {
  return {
    attachmentId: String(await addAttachment(db, record, person)),
    noteId: String(await addNote(db, record, person)),
    taskId: String(await addTask(db, record, strangerId)),
  };
}

async function addNote(
  db: Database,
  record: { bid_id: number } | { award_id: number },
  written_by: number,
): Promise<number> {
  const { id } = await db.write((trx) =>
    trx
      .insertInto("note")
      .values({ ...record, text: "They will ring back", written_at: NOW, written_by })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  return id;
}

async function addTask(
  db: Database,
  record: { bid_id: number } | { award_id: number },
  assignee_id: number,
): Promise<number> {
  const task = { what: "Ring the council", assignee_id, due_on: "2026-11-30", made_at: NOW, version: 1 };
  const { id } = await db.write((trx) =>
    trx
      .insertInto("task")
      .values({ ...record, ...task })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  return id;
}
