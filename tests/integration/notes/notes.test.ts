import { beforeAll, describe, expect, test } from "vitest";
import { listNotes } from "#app/notes/index.server.ts";
import { withdrawNote } from "#app/notes/withdraw-note.server.ts";
import { writeNote } from "#app/notes/write-note.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type BidStory, bidStory, draft } from "../bids/bid-story.ts";

const register = useDatabase();
let story: BidStory;
let bidId: number;

beforeAll(async () => {
  story = await bidStory(register.db);
});

const holder = (mayNote = true) => ({ record: { bidId }, mayNote });
const write = async (text: string) => {
  const written = await writeNote(story.officer.context, holder(), { text });
  if (!written.ok) throw new Error(JSON.stringify(written.errors));
  return written.value.id;
};

describe("notes beside a bid", () => {
  beforeAll(async () => {
    ({ id: bidId } = await draft(story.officer.context, { leadPartnershipId: story.lead }));
  });

  test("stand newest first, in pages", async () => {
    for (const text of ["First", "Second", "Third"]) await write(text);
    const newest = await listNotes(story.reader.context, { bidId }, { limit: 2 });
    expect(newest.notes.map(({ text }) => text)).toEqual(["Third", "Second"]);
    const older = await listNotes(story.reader.context, { bidId }, { limit: 2, before: newest.next });
    expect(older).toMatchObject({ notes: [{ text: "First" }], next: null });
  });

  test("are withdrawn with a reason: the text is gone from sight, the trace is not", async () => {
    const id = await write("They said yes");
    const withdrawn = await withdrawNote(story.manager.context, holder(), id, { reason: "It was a maybe" });
    expect(withdrawn.ok).toBe(true);
    const { notes } = await listNotes(story.reader.context, { bidId });
    expect(notes[0]).toMatchObject({
      text: null,
      writtenBy: story.officer.actor.name,
      withdrawn: { by: story.manager.actor.name, reason: "It was a maybe" },
    });
    const again = await withdrawNote(story.manager.context, holder(), id, { reason: "Twice" });
    expect(again.ok ? "" : again.errors.form).toContain("withdrawn already");
    const audited = await register.db.read
      .selectFrom("audit_entry")
      .select("action")
      .where("record_type", "=", "bid")
      .where("record_id", "=", String(bidId))
      .where("action", "like", "%note%")
      .orderBy("seq")
      .execute();
    expect(audited.map(({ action }) => action).slice(-2)).toEqual(["write note", "withdraw note"]);
  });

  test("are written and withdrawn by those who write the bid, and belong to it alone", async () => {
    const id = await write("Ours");
    await expect(writeNote(story.reader.context, holder(false), { text: "Mine" })).rejects.toThrow(
      ForbiddenError,
    );
    const other = { record: { bidId: bidId + 999 }, mayNote: true };
    await expect(withdrawNote(story.officer.context, other, id, { reason: "Not mine" })).rejects.toThrow(
      NotFoundError,
    );
  });

  test("never change, in the database either", async () => {
    const id = await write("As it was said");
    const change = register.db.write((trx) =>
      trx.updateTable("note").set({ text: "Otherwise" }).where("id", "=", id).execute(),
    );
    await expect(change).rejects.toThrow(/rows are never changed/);
  });
});
