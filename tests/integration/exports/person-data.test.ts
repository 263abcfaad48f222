import { expect, test } from "vitest";
import { makeToken } from "#app/exports/make-token.server.ts";
import { getPersonData } from "#app/exports/person-data.server.ts";
import { revokeToken } from "#app/exports/revoke-token.server.ts";
import { writeNote } from "#app/notes/index.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { startSession } from "#app/platform/session.server.ts";
import { addTask } from "#app/tasks/save-task.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { bidStory, draft } from "../bids/bid-story.ts";

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
  const forThem = await getPersonData(administrator.context, person.id);
  expect({ ...forThem, work: data.work }).toEqual(data);
  await expect(getPersonData(other.context, person.id)).rejects.toThrow(ForbiddenError);
  await expect(getPersonData(administrator.context, 999_999)).rejects.toThrow(NotFoundError);
});

test("what somebody has to do, noted in their own name and looks after is theirs alone, and what others wrote is not", async () => {
  const { officer, manager, lead, administrator } = await bidStory(database.db);
  const { id, reference } = await draft(officer.context, { leadPartnershipId: lead });
  const record = { record: { bidId: id }, mayWrite: true, mayNote: true };
  const people = [{ id: officer.id, name: officer.actor.name }];
  const task = { what: "Ask Kim for the count", assigneeId: officer.id, dueOn: "2026-12-01" };
  await addTask(manager.context, { ...record, people }, task);
  await writeNote(officer.context, record, { text: "Kim is away until Monday" });
  await writeNote(manager.context, record, { text: "The manager's own words" });
  const data = await getPersonData(officer.context, officer.id);
  expect(data.work).toMatchObject({
    tasks: [{ record: reference, what: "Ask Kim for the count", dueOn: "2026-12-01", outcome: null }],
    notes: [{ record: reference, text: "Kim is away until Monday", withdrawnAt: null }],
    teams: [{ bid: reference, part: "owner" }],
  });
  expect(JSON.stringify(data)).not.toContain("own words");
  const forThem = await getPersonData(administrator.context, officer.id);
  expect(JSON.stringify(forThem)).not.toContain("Kim");
  await database.db.write((trx) =>
    trx
      .updateTable("person")
      .set({ disabled_at: "2026-11-22T09:00:00.000Z" })
      .where("id", "=", officer.id)
      .execute(),
  );
  // Who has left can take no file any more: an administrator answers for them.
  expect((await getPersonData(administrator.context, officer.id)).work).toEqual(data.work);
});

test("a token that was revoked is told to be", async () => {
  const partnership = await make.createPartnership(database.db);
  const person = await make.createPerson(database.db, { [partnership]: "reader" });
  const made = await makeToken(person.context, { name: "A workbook", days: "30" });
  if (!made.ok) throw new Error("No token");
  expect((await getPersonData(person.context, person.id)).tokens).toMatchObject([{ revokedAt: null }]);
  const { id } = await database.db.read
    .selectFrom("access_token")
    .select("id")
    .where("person_id", "=", person.id)
    .executeTakeFirstOrThrow();
  await revokeToken(person.context, id);
  const { tokens } = await getPersonData(person.context, person.id);
  expect(tokens).toMatchObject([{ name: "A workbook", revokedAt: expect.stringContaining("T") }]);
});
