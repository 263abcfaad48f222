import { createHash } from "node:crypto";
import type { Context } from "#app/platform/context.server.ts";

const AT_ONCE = 500;

/** Compares what is stored of each attachment with its size and hash; names those that differ, one line each. */
export async function verifyAttachments({ db }: Context): Promise<string[]> {
  const problems: string[] = [];
  let last = 0;
  for (;;) {
    const rows = await db.read
      .selectFrom("attachment")
      .leftJoin("attachment_deletion", "attachment_deletion.attachment_id", "attachment.id")
      .select(["attachment.id", "size_bytes", "sha256", "deleted_at"])
      .where("attachment.id", ">", last)
      .orderBy("attachment.id")
      .limit(AT_ONCE)
      .execute();
    for (const row of rows) {
      // One at a time: each may be 10 MB.
      const content = await db.read
        .selectFrom("attachment_content")
        .select("bytes")
        .where("attachment_id", "=", row.id)
        .executeTakeFirst();
      const problem = problemOf(row, content?.bytes ?? null);
      if (problem !== null) problems.push(`Attachment ${row.id} ${problem}`);
      last = row.id;
    }
    if (rows.length < AT_ONCE) return problems;
  }
}

function problemOf(
  row: { size_bytes: number; sha256: string; deleted_at: string | null },
  bytes: Uint8Array | null,
): string | null {
  if (row.deleted_at !== null) return bytes === null ? null : "is deleted, but its bytes are there";
  if (bytes === null) return "has lost its bytes";
  if (bytes.length !== row.size_bytes) return `has ${bytes.length} bytes instead of ${row.size_bytes}`;
  const hash = createHash("sha256").update(bytes).digest("hex");
  return hash === row.sha256 ? null : "is not what was stored: its hash differs";
}
