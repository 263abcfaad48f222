import { hashPassword } from "#app/accounts/passwords.server.ts";
import { recordAudit } from "#app/audit/index.server.ts";
import type { Role } from "#app/platform/permissions.ts";
import { hashToken } from "#app/platform/tokens.server.ts";
import type { Database } from "#db/open.server.ts";
import {
  createFund,
  createFunder,
  createPartnership,
  createPerson,
  createPriority,
  createRound,
  operatorContext,
} from "#tests/factories/register.ts";
import { PASSWORD, type RecordKind, type Visitor } from "./access-kinds.ts";
import { addAttachment } from "./attachment-records.ts";
import { type Links, makeForeignRecords } from "./foreign-records.ts";
import { makeOwnedRecords } from "./owned-records.ts";
import { addPublished, addSharedView } from "./shared-records.ts";
import { CEDAR, FOREIGN, MISSING, NOW, type Params, type Standing, TODAY } from "./standings.ts";
import { makeTiedAward } from "./tied-award.ts";

/** The first link and the password link, as secrets of the right length. */
const LINKS = { "first link": "f".repeat(43), "password link": "p".repeat(43), missing: "m".repeat(43) };

/** The last part of the address of a report that anybody may read. */
const PUBLIC_NAME = "r".repeat(43);

/** The secret of a calendar address, of the officer. */
const CALENDAR_TOKEN = "c".repeat(43);

export type MadeRegister = {
  alder: number;
  birch: number;
  cedar: number;
  people: Record<Exclude<Visitor, "anonymous">, number>;
  /** A person of the foreign partnership alone. */
  foreignPerson: number;
  records: Record<RecordKind, Partial<Record<Standing, Params>>>;
  links: Links;
};

/** A small register with three partnerships: Alder, Birch with which it has joint records, and Cedar, the foreign one. */
export async function makeRegister(db: Database): Promise<MadeRegister> {
  const alder = await createPartnership(db, "Alder");
  const birch = await createPartnership(db, "Birch");
  const cedar = await db.write((trx) =>
    trx
      .insertInto("partnership")
      .values({ id: CEDAR, name: "Cedar", kind: "district" })
      .returning("id")
      .executeTakeFirstOrThrow()
      .then((row) => row.id),
  );
  const funderId = await createFunder(db, "Office of the Sheriff");
  const fundId = await createFund(db, funderId, "Safer Evenings Fund");
  const spareFunderId = await createFunder(db, "Office of the Reeve");
  const spareFundId = await createFund(db, spareFunderId, "Quiet Streets Fund");
  const roundId = await createRound(db, fundId, "Round 1");
  // A bid that brought nothing is made again to another round than its own.
  await createRound(db, fundId, "Round 2");
  await db.write((trx) => trx.updateTable("round").set({ pot_pence: 90_000_000 }).execute());
  const priorities = {
    own: await createPriority(db, alder, ["asb"], "Calm evenings"),
    foreign: await createPriority(db, cedar, ["asb"], "Priority of Cedar"),
  };
  const documentId = await makeDocument(db);
  const people = await makePeople(db, alder, birch);
  const foreignPerson = await makeForeignPerson(db, cedar);
  const shared = { fundId, funderId, roundId, priorityId: priorities.own };
  const staff = { officerId: people.officer, strangerId: people.stranger };
  const owned = await makeOwnedRecords(db, { alder, birch, cedar, ...shared, ...staff });
  const links = { ...shared, cedar, foreignPerson, alder, ...owned.crossings };
  await makeForeignRecords(db, FOREIGN, links);
  owned.records.award["own, tied to foreign"] = {
    id: String(await makeTiedAward(db, FOREIGN, links)),
    number: "1",
  };
  await makeLinks(db, people.stranger);
  await makeCalendarAddress(db, people.officer);
  await db.write((trx) => addPublished(trx, alder, PUBLIC_NAME));
  await db.write((trx) => addSharedView(trx, people.manager, alder));
  await db.write((trx) =>
    recordAudit(trx, operatorContext(db, TODAY), {
      action: "open register",
      recordType: "setting",
      recordId: 1,
    }),
  );
  const roundFile = await addAttachment(db, { round_id: roundId }, people.officer);
  const id = (number: number): Params => ({ id: String(number) });
  const anyOf = (number: number) => ({ own: id(number), missing: id(MISSING) });
  return {
    alder,
    birch,
    cedar,
    people,
    foreignPerson,
    links,
    records: {
      ...owned.records,
      "line of award": await linesOfAwards(db, owned.records.award),
      "bid to copy": owned.records["draft bid"],
      partnership: { own: id(alder), foreign: id(cedar), missing: id(MISSING) },
      priority: { own: id(priorities.own), foreign: id(priorities.foreign), missing: id(MISSING) },
      funder: anyOf(spareFunderId),
      fund: anyOf(spareFundId),
      round: anyOf(roundId),
      "papers of round": {
        own: { id: String(roundId), attachmentId: String(roundFile) },
        missing: { id: String(roundId), attachmentId: String(MISSING) },
      },
      "source document": anyOf(documentId),
      person: { own: id(people.stranger), foreign: id(foreignPerson), missing: id(MISSING) },
      role: {
        own: { id: String(people.reader), partnershipId: String(alder) },
        foreign: { id: String(foreignPerson), partnershipId: String(cedar) },
        missing: { id: String(people.reader), partnershipId: String(MISSING) },
      },
      "public report": { own: { name: PUBLIC_NAME }, missing: { name: LINKS.missing } },
      "first link": { own: { token: LINKS["first link"] }, missing: { token: LINKS.missing } },
      "calendar address": {
        own: { file: `${CALENDAR_TOKEN}.ics` },
        missing: { file: `${LINKS.missing}.ics` },
      },
      "password link": { own: { token: LINKS["password link"] }, missing: { token: LINKS.missing } },
    },
  };
}

/** The first line of each of these awards, the foreign one’s too. */
async function linesOfAwards(db: Database, awards: Partial<Record<Standing, Params>>) {
  const lines: Partial<Record<Standing, Params>> = { missing: { id: String(MISSING) } };
  for (const [standing, award] of Object.entries(awards) as [Standing, Params][]) {
    const line = await db.read
      .selectFrom("allocation_line")
      .select("id")
      .where("award_id", "=", Number(award.id))
      .orderBy("id")
      .executeTakeFirst();
    if (line) lines[standing] = { id: String(line.id) };
  }
  return lines;
}

async function makeDocument(db: Database): Promise<number> {
  const document = { code: "annual-report", title: "Annual report" };
  const { id } = await db.write((trx) =>
    trx.insertInto("source_document").values(document).returning("id").executeTakeFirstOrThrow(),
  );
  return id;
}

async function makePeople(db: Database, alder: number, birch: number) {
  const add = async (name: string, roles: Record<number, Role>, isAdministrator = false) =>
    (await createPerson(db, roles, { name, isAdministrator })).id;
  const people = {
    stranger: await add("Sam Stranger", {}),
    reader: await add("Rae Reader", { [alder]: "reader" }),
    officer: await add("Ola Officer", { [alder]: "officer" }),
    manager: await add("Mia Manager", { [alder]: "manager" }),
    finance: await add("Fay Finance", { [alder]: "finance" }),
    straddler: await add("Sol Straddler", { [alder]: "officer", [birch]: "reader" }),
    administrator: await add("Ada Administrator", {}, true),
  };
  const password_hash = await hashPassword(PASSWORD);
  await db.write((trx) =>
    trx.updateTable("person").set({ password_hash }).where("id", "=", people.officer).execute(),
  );
  return people;
}

/** Everybody but administrators must not learn the name; the address holds it too. */
async function makeForeignPerson(db: Database, cedar: number): Promise<number> {
  return db.write(async (trx) => {
    const values = {
      id: FOREIGN,
      name: "KANARIE person name",
      email: "kanarie@cedar.example",
      password_hash: "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
      created_at: NOW,
    };
    await trx.insertInto("person").values(values).execute();
    await trx
      .insertInto("membership")
      .values({ person_id: FOREIGN, partnership_id: cedar, role: "manager" })
      .execute();
    return FOREIGN;
  });
}

async function makeLinks(db: Database, personId: number): Promise<void> {
  const link = { expires_at: "2027-01-01T00:00:00.000Z", used_at: null };
  const rows = [
    { ...link, purpose: "first_administrator" as const, person_id: null, token: LINKS["first link"] },
    { ...link, purpose: "set_password" as const, person_id: personId, token: LINKS["password link"] },
  ].map(({ token, ...row }) => ({ ...row, token_hash: hashToken(token) }));
  await db.write((trx) => trx.insertInto("one_time_link").values(rows).execute());
}

async function makeCalendarAddress(db: Database, person_id: number): Promise<void> {
  const address = { person_id, name: "At work", token_hash: hashToken(CALENDAR_TOKEN), created_at: NOW };
  await db.write((trx) =>
    trx
      .insertInto("calendar_address")
      .values({ ...address, last_used_at: NOW })
      .execute(),
  );
}
