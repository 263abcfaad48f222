import { beforeAll, expect, it } from "vitest";
import * as actPage from "#app/bids/act-on-bid.page.tsx";
import * as feedbackPage from "#app/bids/feedback/feedback.page.tsx";
import { getBid, takeBidAction } from "#app/bids/index.server.ts";
import * as notesPage from "#app/bids/notes/notes.page.tsx";
import * as withdrawNotePage from "#app/bids/notes/withdraw-note.page.tsx";
import * as pastBidPage from "#app/bids/past-bid/record-past-bid.page.tsx";
import * as exceptionPage from "#app/bids/round-check/exception.page.tsx";
import * as correctPage from "#app/bids/submission/correct-submission.page.tsx";
import * as editRoundPage from "#app/funds/edit-round.page.tsx";
import * as newRoundPage from "#app/funds/new-round.page.tsx";
import * as notBiddingPage from "#app/funds/not-bidding/not-bidding.page.tsx";
import * as takeBackPage from "#app/funds/not-bidding/take-back.page.tsx";
import * as termsPage from "#app/funds/terms/terms.page.tsx";
import * as withdrawRoundPage from "#app/funds/terms/withdraw-round.page.tsx";
import * as settlePage from "#app/tasks/of-bid/settle-task.page.tsx";
import * as tasksPage from "#app/tasks/of-bid/tasks.page.tsx";
import { createPerson } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type BidStory, bidStory, completeDraft } from "./bid-story.ts";
import { callPage, type Person } from "./call-page.ts";
import { type Fields, type Page, showing } from "./showings.ts";

const register = useDatabase();
let story: BidStory;
let colleague: Person;

beforeAll(async () => {
  story = await bidStory(register.db);
  colleague = await createPerson(register.db, { [story.lead]: "officer" });
});

const post = (page: unknown, who: Person, path: string, fields: Fields) =>
  callPage(register.db, (page as Page).action, who, path, fields);
/** What the page sends of itself while somebody types. */
const type = (page: unknown, who: Person, path: string, shown: string, fields: Fields) =>
  post(page, who, path, { ...fields, "shown-form": shown });
/** What the page shows of what was typed before. */
async function offered(page: unknown, who: Person, path: string) {
  const { body } = await callPage(register.db, (page as Page).loader, who, path);
  return (body as { typed: { values: Fields } | null }).typed?.values ?? null;
}

async function submitted() {
  const { id, version } = await completeDraft(story);
  await takeBidAction(story.officer.context, id, version, "submit", {});
  return getBid(story.officer.context, id);
}

const NOTE = { text: "The funder rang: they would like to see" };

it("what is typed into a note is offered to who typed it alone, until it is typed back, thrown away or saved", async () => {
  const path = `/bids/${(await completeDraft(story)).id}/notes`;
  const seenBy = (who: Person) => offered(notesPage, who, path);
  const key = showing();
  expect(await type(notesPage, story.officer, path, key, NOTE)).toMatchObject({ status: 204, body: "" });
  expect(await seenBy(story.officer)).toEqual(NOTE);
  expect(await seenBy(colleague)).toBeNull();
  await type(notesPage, story.officer, path, key, { intent: "unchanged" });
  expect(await seenBy(story.officer)).toBeNull();

  await type(notesPage, story.officer, path, key, NOTE);
  const thrown = await post(notesPage, story.officer, path, { intent: "throw-away", "form-key": showing() });
  expect(thrown).toMatchObject({ status: 303, location: path });
  expect(await seenBy(story.officer)).toBeNull();

  await type(notesPage, story.officer, path, key, NOTE);
  const saved = { text: "The funder rang", kept: "yes", "form-key": showing() };
  expect((await post(notesPage, story.officer, path, saved)).status).toBe(303);
  expect(await seenBy(story.officer)).toBeNull();
  expect(await register.db.read.selectFrom("typed_form").select("form").execute()).toEqual([]);
});

it("what comes in after the form was accepted is not kept", async () => {
  const path = `/bids/${(await completeDraft(story)).id}/notes`;
  const key = showing();
  await type(notesPage, story.officer, path, key, NOTE);
  await post(notesPage, story.officer, path, { text: "All of it", "form-key": key });
  expect(await offered(notesPage, story.officer, path)).toBeNull();
  await type(notesPage, story.officer, path, key, NOTE);
  expect(await offered(notesPage, story.officer, path)).toBeNull();
});

it("it is taken only from who has the form, and only of what there is", async () => {
  const bid = await submitted();
  const kept = () => register.db.read.selectFrom("typed_form").select(["person_id", "form"]).execute();
  const before = await kept();
  const statusOf = async (page: unknown, who: Person, path: string, fields: Fields) => [
    (await type(page, who, path, showing(), fields)).status,
    (await post(page, who, path, { ...fields, "form-key": showing() })).status,
  ];
  // A reader sees the notes, and not the form.
  expect(await statusOf(notesPage, story.reader, `/bids/${bid.id}/notes`, NOTE)).toEqual([403, 403]);
  expect(await statusOf(notesPage, story.stranger, `/bids/${bid.id}/notes`, NOTE)).toEqual([404, 404]);
  expect(await statusOf(notesPage, story.officer, "/bids/999999/notes", NOTE)).toEqual([404, 404]);
  const said = { feedback: "Good", version: "nonsense" };
  expect(await statusOf(feedbackPage, story.reader, `/bids/${bid.id}/feedback`, said)).toEqual([403, 422]);
  expect(await statusOf(feedbackPage, story.stranger, `/bids/${bid.id}/feedback`, said)).toEqual([404, 422]);
  // A draft has no feedback yet.
  const { id } = await completeDraft(story);
  expect((await type(feedbackPage, story.officer, `/bids/${id}/feedback`, showing(), said)).status).toBe(303);
  expect(await kept()).toEqual(before);
});

it("what was refused is kept, and goes with the form that is accepted then", async () => {
  const bid = await submitted();
  const path = `/bids/${bid.id}/act/withdraw`;
  const sent = { version: String(bid.version), reason: "" };
  expect((await post(actPage, story.officer, path, { ...sent, "form-key": showing() })).status).toBe(422);
  expect(await offered(actPage, story.officer, path)).toMatchObject(sent);
  expect(await offered(actPage, colleague, path)).toBeNull();
  const again = { ...sent, reason: "The partners left", kept: "yes", "form-key": showing() };
  expect((await post(actPage, story.officer, path, again)).status).toBe(303);
  const kept = register.db.read.selectFrom("typed_form").select("form").where("form", "=", path);
  expect(await kept.execute()).toEqual([]);
});

it("what is typed into a task, a round and its terms is offered to who typed it, and to nobody else", async () => {
  const { id } = await completeDraft(story);
  const { manager, reader, partnerManager } = story;
  const forms: [string, unknown, Fields][] = [
    [`/bids/${id}/tasks`, tasksPage, { what: "Ring the funder" }],
    ["/rounds/new", newRoundPage, { name: "Round four" }],
    [`/rounds/${story.roundId}/edit`, editRoundPage, { name: "Round three", version: "1" }],
    [`/rounds/${story.roundId}/terms`, termsPage, { portalUrl: "https://example.org", version: "0" }],
  ];
  for (const [path, page, typed] of forms) {
    expect([path, (await type(page, reader, path, showing(), typed)).status]).toEqual([path, 403]);
    expect([path, (await type(page, manager, path, showing(), typed)).status]).toEqual([path, 204]);
    expect(await offered(page, manager, path)).toEqual(typed);
  }
  expect(await offered(newRoundPage, partnerManager, "/rounds/new")).toBeNull();
  expect(await offered(editRoundPage, partnerManager, `/rounds/${story.roundId}/edit`)).toBeNull();
});

it("so is what is typed as a task is settled, a note withdrawn, a submission corrected, a rule set aside, a past bid entered", async () => {
  const { manager, reader, lead, roundId } = story;
  const bid = await submitted();
  const at = (page: string) => `/bids/${bid.id}/${page}`;
  const newest = async (table: "task" | "note" | "round_not_bid") =>
    (await register.db.read.selectFrom(table).select("id").orderBy("id", "desc").executeTakeFirstOrThrow())
      .id;
  const sent = async (page: unknown, path: string, fields: Fields) =>
    expect((await post(page, manager, path, { ...fields, "form-key": showing() })).status).toBe(303);
  const day = (name: string) => ({ [`${name}-day`]: "3", [`${name}-month`]: "8", [`${name}-year`]: "2026" });
  await sent(tasksPage, at("tasks"), { what: "Ring", assigneeId: String(manager.id), ...day("dueOn") });
  await sent(notesPage, at("notes"), { text: "They rang" });
  const notBid = { partnershipId: String(lead), reason: "No match", ...day("decidedOn") };
  await sent(notBiddingPage, `/rounds/${roundId}/not-bidding`, notBid);
  const forms: [string, unknown, Fields][] = [
    [at(`tasks/${await newest("task")}/settle`), settlePage, { note: "They said" }],
    [at(`notes/${await newest("note")}/withdraw`), withdrawNotePage, { reason: "Of another bid" }],
    [at("submission/correct"), correctPage, { reason: "The portal says" }],
    [at("exceptions/over_cap"), exceptionPage, { agreedBy: "The fund’s manager" }],
    ["/bids/record-past", pastBidPage, { title: "Cameras in 2019" }],
    [`/rounds/${roundId}/not-bidding`, notBiddingPage, { reason: "No staff" }],
    [
      `/rounds/not-bid/${await newest("round_not_bid")}/take-back`,
      takeBackPage,
      { reason: "A partner found" },
    ],
    [`/rounds/${roundId}/withdraw`, withdrawRoundPage, { withdrawnReason: "They wrote" }],
  ];
  for (const [path, page, typed] of forms) {
    expect([path, (await type(page, reader, path, showing(), typed)).status]).toEqual([path, 403]);
    expect([path, (await type(page, manager, path, showing(), typed)).status]).toEqual([path, 204]);
    expect([path, await offered(page, manager, path)]).toEqual([path, typed]);
    expect((await post(page, manager, path, { intent: "throw-away", "form-key": showing() })).status).toBe(
      303,
    );
    expect([path, await offered(page, manager, path)]).toEqual([path, null]);
  }
});
