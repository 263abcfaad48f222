import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addAttachment } from "#app/attachments/add-attachment.server.ts";
import { MAX_ATTACHMENTS } from "#app/attachments/attachment.ts";
import { listAttachments, verifyAttachments } from "#app/attachments/index.server.ts";
import { startSession } from "#app/platform/session.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { type BidStory, bidStory, draft } from "../bids/bid-story.ts";

const MB = 1024 * 1024;
const NOW = "2026-11-21T09:00:00.000Z";
const LETTER = "Award letter\n\nWe are pleased to offer you £20,000.\n";
const register = useDatabase();
let story: BidStory;
let server: RunningServer;
let bidId: number;

beforeAll(async () => {
  story = await bidStory(register.db);
  ({ id: bidId } = await draft(story.officer.context, { leadPartnershipId: story.lead }));
  server = await startServer({ database: register.db, now: () => NOW });
});

afterAll(() => server.close());

type Person = { id: number };

async function ask(person: Person, path: string, body?: FormData | URLSearchParams) {
  const token = await register.db.write((trx) => startSession(trx, person.id, NOW));
  const headers = { cookie: `session=${token}` };
  return server.fetch(path, body ? { method: "POST", body, headers } : { headers });
}

function upload(title: string, content: string | Uint8Array<ArrayBuffer>, name: string): FormData {
  const form = new FormData();
  form.append("title", title);
  form.append("file", new Blob([content], { type: "text/html" }), name);
  return form;
}

const attach = (person: Person, form: FormData, bid = bidId) =>
  ask(person, `/bids/${bid}/attachments/new`, form);
const attached = (bid = bidId) => listAttachments(story.officer.context, { bidId: bid });
const actions = async () => {
  const rows = await register.db.read
    .selectFrom("audit_entry")
    .select(["action", "after_json"])
    .where("action", "like", "%attachment%")
    .orderBy("seq", "desc")
    .execute();
  return rows.map(({ action, after_json }) => ({ action, after: JSON.parse(after_json ?? "null") }));
};

describe("a file added to a bid", () => {
  test("is stored under a number with its hash, and handed out to be saved and nothing else", async () => {
    const answer = await attach(story.officer, upload("Award letter", LETTER, "../Llythyr £1.txt"));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/bids/${bidId}`]);
    const [one] = await attached();
    const sha256 = createHash("sha256").update(LETTER).digest("hex");
    expect(one).toMatchObject({ title: "Award letter", fileName: "Llythyr £1.txt", kind: "txt", sha256 });
    expect((await actions())[0]).toMatchObject({ action: "add attachment", after: { sha256 } });

    const file = await ask(story.reader, `/bids/${bidId}/attachments/${one?.id}/file`);
    expect(await file.text()).toBe(LETTER);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      "content-type": "text/plain; charset=utf-8",
      "content-disposition":
        "attachment; filename=\"Llythyr _1.txt\"; filename*=UTF-8''Llythyr%20%C2%A31.txt",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store, private, no-transform",
    });
    expect(file.headers.get("content-security-policy")).toContain("sandbox; default-src 'none'");
    expect(await verifyAttachments(story.officer.context)).toEqual([]);
  });

  test("is refused beside its field where its kind is not taken, and what was typed comes back", async () => {
    const before = await attached();
    const answer = await attach(story.officer, upload("Map of the ward", "<svg/>", "map.svg"));
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain("Web pages, drawings and XML are not accepted");
    expect(page).toContain('value="Map of the ward"');
    expect(await attached()).toEqual(before);
  });

  test("is refused in the same way where it is too large to be read at all", async () => {
    const large = new Uint8Array(12 * MB).fill(97);
    const answer = await attach(story.officer, upload("Minutes of the board", large, "minutes.txt"));
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain("The file must be 10 MB or smaller");
    expect(page).toContain('value="Minutes of the board"');
  });

  test("may be as large as the page says", async () => {
    const whole = new Uint8Array(10 * MB).fill(97);
    expect((await attach(story.officer, upload("Minutes", whole, "minutes.txt"))).status).toBe(303);
    expect((await attached())[0]?.sizeBytes).toBe(10 * MB);
  });

  test("sent anywhere else is too large", async () => {
    const large = upload("Minutes", new Uint8Array(2 * MB).fill(97), "minutes.txt");
    expect((await ask(story.officer, `/bids/${bidId}/edit`, large)).status).toBe(413);
  });

  test("is sent twice by one showing of the form: there is one, and another file is another", async () => {
    const { id } = await draft(story.officer.context, { leadPartnershipId: story.lead });
    const sent = (text: string) => {
      const form = upload("Letter", text, "letter.txt");
      form.append("form-key", "k".repeat(43));
      return form;
    };
    await attach(story.officer, sent("One"), id);
    await attach(story.officer, sent("One"), id);
    expect(await attached(id)).toHaveLength(1);
    await attach(story.officer, sent("Two"), id);
    expect(await attached(id)).toHaveLength(2);
  });

  test("is nobody's who does not read the bid, and only its writers add and delete", async () => {
    const [one] = await attached();
    const file = `/bids/${bidId}/attachments/${one?.id}/file`;
    const other = await draft(story.stranger.context, { leadPartnershipId: story.foreign });
    expect((await ask(story.stranger, file)).status).toBe(404);
    expect((await ask(story.stranger, `/bids/${other.id}/attachments/${one?.id}/file`)).status).toBe(404);
    expect((await attach(story.reader, upload("A", LETTER, "a.txt"))).status).toBe(403);
    const reason = new URLSearchParams({ reason: "Not ours" });
    expect((await ask(story.reader, `/bids/${bidId}/attachments/${one?.id}`, reason)).status).toBe(403);
  });
});

test("a deleted file is gone, and who deleted it, when and why is kept", async () => {
  const { id } = await draft(story.officer.context, { leadPartnershipId: story.lead });
  await attach(story.officer, upload("Wrong letter", LETTER, "letter.txt"), id);
  const [one] = await attached(id);
  const path = `/bids/${id}/attachments/${one?.id}`;
  expect((await ask(story.officer, path, new URLSearchParams({ reason: "" }))).status).toBe(422);
  const reason = new URLSearchParams({ reason: "Of another bid" });
  expect((await ask(story.officer, path, reason)).status).toBe(303);
  expect((await ask(story.officer, `${path}/file`)).status).toBe(404);
  expect((await ask(story.officer, path, reason)).status).toBe(422);
  expect(await attached(id)).toMatchObject([
    { id: one?.id, deleted: { at: NOW, by: story.officer.actor.name, reason: "Of another bid" } },
  ]);
  expect((await actions())[0]?.action).toBe("delete attachment");
  expect(await verifyAttachments(story.officer.context)).toEqual([]);
});

test("a record has so many attachments and no more; what was deleted does not count", async () => {
  const { id } = await draft(story.officer.context, { leadPartnershipId: story.lead });
  const holder = { attachedTo: { bidId: id }, mayAttach: true };
  const add = (text: string) =>
    addAttachment(
      story.officer.context,
      holder,
      { title: text },
      { fileName: "a.txt", kind: "txt", bytes: Buffer.from(text) },
    );
  for (let number = 1; number <= MAX_ATTACHMENTS; number += 1) expect((await add(`${number}`)).ok).toBe(true);
  const refused = await add("one more");
  expect(refused.ok ? "" : refused.errors.file).toContain("There can be 50 attachments");
  expect(await attached(id)).toHaveLength(MAX_ATTACHMENTS);
});

test("verify names a file whose bytes are not those that were stored, or are gone", async () => {
  const [first, second] = await attached();
  await register.db.write(async (trx) => {
    const bytes = Buffer.alloc(first?.sizeBytes ?? 1);
    await trx
      .updateTable("attachment_content")
      .set({ bytes })
      .where("attachment_id", "=", first?.id ?? 0)
      .execute();
    await trx
      .deleteFrom("attachment_content")
      .where("attachment_id", "=", second?.id ?? 0)
      .execute();
  });
  expect(await verifyAttachments(story.officer.context)).toEqual([
    `Attachment ${second?.id} has lost its bytes`,
    `Attachment ${first?.id} is not what was stored: its hash differs`,
  ]);
});
