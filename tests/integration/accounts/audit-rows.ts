import type { Database } from "#db/open.server.ts";

/** The audit entries of a person's record from a position on, oldest first. */
export async function auditRowsOf(db: Database, personId: number, after = 0) {
  return db.read
    .selectFrom("audit_entry")
    .selectAll()
    .where("record_type", "=", "person")
    .where("record_id", "=", String(personId))
    .where("seq", ">", after)
    .orderBy("seq")
    .execute();
}

/** The whole audit log as one text, to be searched for what must not be in it. */
export async function wholeAudit(db: Database): Promise<string> {
  return JSON.stringify(await db.read.selectFrom("audit_entry").selectAll().orderBy("seq").execute());
}
