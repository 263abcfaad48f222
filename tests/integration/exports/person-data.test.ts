import { expect, test } from "vitest";
import { makeToken } from "#app/exports/make-token.server.ts";
import { getPersonData } from "#app/exports/person-data.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { startSession } from "#app/platform/session.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";

const database = useDatabase();

test("a person gets all that is held about them, and no secret; so does an administrator for them, and nobody else", async () => {
  const partnership = await make.createPartnership(database.db, "Harborough");
  const person = await make.createPerson(database.db, { [partnership]: "reader" });
  const other = await make.createPerson(database.db, { [partnership]: "manager" });
  const administrator = await make.createPerson(database.db, {}, { isAdministrator: true });
  const session = await database.db.write((trx) => startSession(trx, person.id, "2026-11-21T09:00:00.000Z"));
  const made = await makeToken(person.context, { name: "A workbook", days: "30" });
  const data = await getPersonData(person.context, person.id);
  expect(data).toMatchObject({
    email: person.actor.email,
    roles: [{ partnership: "Harborough", role: "reader" }],
    sessions: [{ signedInAt: "2026-11-21T09:00:00.000Z" }],
    tokens: [{ name: "A workbook" }],
    actions: [{ action: "make access token" }],
  });
  expect(JSON.stringify(data)).not.toContain(session);
  expect(JSON.stringify(data)).not.toContain(made.ok ? made.value.token : "");
  expect(await getPersonData(administrator.context, person.id)).toEqual(data);
  await expect(getPersonData(other.context, person.id)).rejects.toThrow(ForbiddenError);
  await expect(getPersonData(administrator.context, 999_999)).rejects.toThrow(NotFoundError);
});
