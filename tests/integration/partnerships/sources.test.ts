import { beforeAll, expect, test } from "vitest";
import { getSource } from "#app/partnerships/index.server.ts";
import { noteDiscrepancy } from "#app/partnerships/sources/note-discrepancy.server.ts";
import { findSource } from "#app/partnerships/sources/sources.queries.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { createPartnership, createPerson } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();
let officer: Context;
let reader: Context;
let documentId: number;

beforeAll(async () => {
  const partnership = await createPartnership(register.db, "Harborough");
  officer = (await createPerson(register.db, { [partnership]: "officer" })).context;
  reader = (await createPerson(register.db, { [partnership]: "reader" })).context;
  const row = { code: "review", title: "Annual review" };
  documentId = await register.db.write(
    async (trx) =>
      (await trx.insertInto("source_document").values(row).returning("id").executeTakeFirstOrThrow()).id,
  );
});

test("a discrepancy is noted once, stays, and is told wherever the document is named", async () => {
  const note = { issue: "The text says down, its table says up", paragraph: "2.6" };
  expect((await noteDiscrepancy(officer, documentId, note)).ok).toBe(true);
  expect(await noteDiscrepancy(officer, documentId, note)).toEqual({
    ok: false,
    errors: { issue: "This is noted on the document already" },
  });
  expect((await getSource(reader, documentId)).noted).toMatchObject([note]);
  expect((await findSource(reader, documentId))?.discrepancies).toBe(1);
});

test("a reader notes nothing, and nobody on a document that is not there", async () => {
  const note = { issue: "Paragraph 5.4 is missing", paragraph: null };
  await expect(noteDiscrepancy(reader, documentId, note)).rejects.toThrow(ForbiddenError);
  await expect(noteDiscrepancy(officer, 999_999, note)).rejects.toThrow(NotFoundError);
  await expect(getSource(reader, 999_999)).rejects.toThrow(NotFoundError);
});
