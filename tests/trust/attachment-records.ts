import { createHash } from "node:crypto";
import type { Database } from "#db/open.server.ts";
import { NOW } from "./standings.ts";

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
