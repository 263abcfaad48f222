import { beforeAll, describe, expect, it } from "vitest";
import * as editPage from "#app/bids/edit-bid.page.tsx";
import { getBid, takeBidAction } from "#app/bids/index.server.ts";
import * as newPage from "#app/bids/new-bid.page.tsx";
import * as typedDraftPage from "#app/bids/typed-form/typed-draft.page.tsx";
import * as typedNewPage from "#app/bids/typed-form/typed-new-bid.page.tsx";
import { getPersonWork } from "#app/exports/person-work.server.ts";
import { deleteOldFormKeys } from "#app/platform/once-for-each-form.server.ts";
import { createPerson } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { fingerprint } from "#tests/trust/fingerprint.ts";
import { TABLE_KINDS } from "#tests/trust/table-kinds.ts";
import { type BidStory, bidStory, completeDraft } from "./bid-story.ts";
import { callPage, type Person } from "./call-page.ts";
import { type Fields, type Page, showing } from "./showings.ts";

const register = useDatabase();
let story: BidStory;
let officer: Person;
let colleague: Person;

beforeAll(async () => {
  story = await bidStory(register.db);
  colleague = await createPerson(register.db, { [story.lead]: "officer" });
});

/** Each test has an officer of its own, who has typed nothing yet. */
const newOfficer = async () => {
  officer = await createPerson(register.db, { [story.lead]: "officer" });
};

const post = (page: unknown, who: Person, path: string, fields: Fields) =>
  callPage(register.db, (page as Page).action, who, path, fields, { id: path.split(/[/?]/)[2] });
/** Where a bid is kept that is begun in a form. */
const slotFor = (shown: string) => shown.slice(-16);
const opened = async (page: unknown, who: Person, path: string) => {
  const params = { id: path.split(/[/?]/)[2] };
  const { body } = await callPage(register.db, (page as Page).loader, who, path, undefined, params);
  return body as { typed: { values: Fields; at: string } | null; unsent: { slot: string; title: string }[] };
};
/** What a draft's form shows of what was typed before. */
const offered = async (who: Person, path: string) => (await opened(editPage, who, path)).typed;
/** The titles of the bids that the form of a new bid offers to go on with. */
const unsent = async (who: Person) =>
  (await opened(newPage, who, "/bids/new")).unsent.map(({ title }) => title);
/** What the form shows of a bid that was begun in it. */
const begun = async (who: Person, shown: string) =>
  (await opened(newPage, who, `/bids/new?typed=${slotFor(shown)}`)).typed;
const typeNew = (who: Person, shown: string, fields: Fields) =>
  post(typedNewPage, who, "/bids/new/typed", { slot: slotFor(shown), ...fields, "shown-form": shown });
const send = (who: Person, shown: string, fields: Fields) =>
  post(newPage, who, "/bids/new", { intent: "save", slot: slotFor(shown), "form-key": shown, ...fields });

const HALF = { title: "Ladders marked with paint", roundId: "" };
const whole = () => ({ ...HALF, roundId: "not-known", leadPartnershipId: String(story.lead) });

describe("what was typed into the form of a new bid and not sent", () => {
  it("is kept for who typed it, and offered to them alone", async () => {
    await newOfficer();
    const key = showing();
    expect(await unsent(officer)).toEqual([]);
    expect(await typeNew(officer, key, HALF)).toMatchObject({ status: 204 });
    expect(await unsent(officer)).toEqual([HALF.title]);
    expect((await begun(officer, key))?.values).toEqual(HALF);
    expect(await unsent(colleague)).toEqual([]);
    expect(await begun(colleague, key)).toBeNull();
    const { typedNotSent } = await getPersonWork(story.officer.context, officer.id);
    expect(typedNotSent).toMatchObject([
      { form: `/bids/new/${slotFor(key)}`, typed: expect.stringContaining("Ladders") },
    ]);
    expect((await typeNew(story.reader, showing(), HALF)).status).toBe(403);
  });

  it("is no more offered once that form has made a bid, also where it was typed on before it was sent", async () => {
    await newOfficer();
    const key = showing();
    await typeNew(officer, key, HALF);
    expect(await send(officer, key, { ...whole(), title: "Ladders marked with green paint" })).toMatchObject({
      status: 303,
      location: expect.stringMatching(/^\/bids\/\d+$/),
    });
    expect(await unsent(officer)).toEqual([]);
    // What was on its way comes too late.
    await typeNew(officer, key, { ...HALF, title: "Ladders marked" });
    expect(await begun(officer, key)).toBeNull();
    // It goes with the key of the form; what is typed into the next form stays.
    await typeNew(officer, showing(), { ...HALF, title: "Wheel locks" });
    await deleteOldFormKeys(register.db, "2026-12-24T00:00:00.000Z");
    expect(await unsent(officer)).toEqual(["Wheel locks"]);
  });

  it("stays where another form made a bid, and is gone where the form that offered it did", async () => {
    await newOfficer();
    const key = showing();
    await typeNew(officer, key, HALF);
    await send(officer, showing(), { ...whole(), title: "Another one altogether" });
    expect(await unsent(officer)).toEqual([HALF.title]);
    const sent = { ...whole(), title: "Ladders with paint", slot: slotFor(key), kept: "yes" };
    expect(await send(officer, showing(), sent)).toMatchObject({ status: 303 });
    expect(await unsent(officer)).toEqual([]);
  });

  it("is kept of several forms, each by itself, until it is typed back", async () => {
    await newOfficer();
    const [first, second] = [showing(), showing()];
    await typeNew(officer, first, HALF);
    await typeNew(officer, second, { ...HALF, title: "Wheel locks" });
    expect((await unsent(officer)).sort()).toEqual([HALF.title, "Wheel locks"]);
    await typeNew(officer, first, { intent: "unchanged" });
    expect(await unsent(officer)).toEqual(["Wheel locks"]);
  });

  it("is kept where it was sent and refused, or asked about, and may be thrown away", async () => {
    await newOfficer();
    const key = showing();
    expect(await send(officer, key, HALF)).toMatchObject({ status: 422 });
    expect(await begun(officer, key)).toMatchObject({ values: HALF });
    // A refused form may be sent again as it is.
    expect(await send(officer, key, HALF)).toMatchObject({ status: 422 });
    expect((await send(officer, showing(), { ...whole(), title: "Moorings" })).status).toBe(303);
    const next = showing();
    const like = await send(officer, next, { ...whole(), title: "The moorings" });
    expect(like.body).toMatchObject({ similar: [{ title: "Moorings" }] });
    expect(Object.keys((await begun(officer, next))?.values ?? {}).sort()).toEqual([
      "leadPartnershipId",
      "roundId",
      "title",
    ]);
    const thrown = await post(newPage, officer, `/bids/new?typed=${slotFor(next)}`, { intent: "throw-away" });
    expect(thrown).toMatchObject({ status: 303, location: "/bids/new" });
    expect(await unsent(officer)).toEqual([HALF.title]);
  });

  it("is not written where no form says which it is, and is all that is written", async () => {
    await newOfficer();
    const others = (Object.keys(TABLE_KINDS) as (keyof typeof TABLE_KINDS)[]).filter(
      // To ask as somebody begins a session of theirs.
      (table) => table !== "typed_form" && table !== "session",
    );
    const { id, version } = await completeDraft(story);
    const before = await fingerprint(register.db, others);
    // What is refused writes nothing else either.
    expect((await send(officer, showing(), HALF)).status).toBe(422);
    const refused = { ...HALF, version: String(version) };
    expect((await post(editPage, officer, `/bids/${id}/edit`, refused)).status).toBe(422);
    expect(await offered(officer, `/bids/${id}/edit`)).not.toBeNull();
    await register.db.write((trx) =>
      trx.deleteFrom("typed_form").where("person_id", "=", officer.id).execute(),
    );
    for (const key of ["", "short", "x".repeat(99)]) await typeNew(officer, key, HALF);
    for (const slot of ["", "short", "/".repeat(16)]) await typeNew(officer, showing(), { ...HALF, slot });
    expect(await unsent(officer)).toEqual([]);
    await typeNew(officer, showing(), HALF);
    expect(await unsent(officer)).toHaveLength(1);
    expect(await fingerprint(register.db, others)).toEqual(before);
  });

  it("is kept of a hundred forms at most, those that were typed into last", async () => {
    await newOfficer();
    const rows = Array.from({ length: 100 }, (_, at) => ({
      person_id: officer.id,
      form: `/bids/new/${String(at).padStart(16, "0")}`,
      shown: null,
      typed_json: JSON.stringify({ title: `Bid ${at}` }),
      typed_at: new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString(),
    }));
    await register.db.write((trx) => trx.insertInto("typed_form").values(rows).execute());
    await typeNew(officer, showing(), HALF);
    const kept = await unsent(officer);
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([100, HALF.title, "Bid 1"]);
  });
});

describe("what was typed into the form of a draft and not sent", () => {
  const path = (id: number) => `/bids/${id}/edit`;
  const type = (who: Person, id: number, shown: string, fields: Fields) =>
    post(typedDraftPage, who, `${path(id)}/typed`, { ...fields, "shown-form": shown });

  it("is kept for that draft, and is gone once the form has changed it", async () => {
    const { id, version } = await completeDraft(story);
    const other = await completeDraft(story);
    const key = showing();
    const typed = { ...whole(), title: "Lamps", version: String(version) };
    expect(await type(colleague, id, key, typed)).toMatchObject({ status: 204 });
    expect(await offered(colleague, path(id))).toMatchObject({ values: { title: "Lamps" } });
    expect(await offered(colleague, path(other.id))).toBeNull();
    expect(await offered(story.officer, path(id))).toBeNull();
    const sent = { ...typed, title: "Lamps, all of them", "form-key": key, intent: "save" };
    expect(await post(editPage, colleague, path(id), sent)).toMatchObject({ status: 303 });
    expect(await offered(colleague, path(id))).toBeNull();
  });

  it("is kept where somebody else was quicker", async () => {
    const { id, version } = await completeDraft(story);
    const typed = { ...whole(), title: "Lamps for the path", version: String(version), intent: "save" };
    const theirs = { ...typed, title: "Benches for the path", sameBid: "no" };
    expect((await post(editPage, story.officer, path(id), theirs)).status).toBe(303);
    expect((await post(editPage, colleague, path(id), typed)).status).toBe(409);
    expect(await offered(colleague, path(id))).toMatchObject({ values: { version: String(version) } });
    // Who leaves it to see what is saved has it no more once they save that.
    const left = await offered(colleague, `${path(id)}?leave-typed=yes`);
    expect(left).toMatchObject({ isLeft: true });
    const saved = { ...theirs, version: String(version + 1), purpose: "Sitting", kept: "yes" };
    expect((await post(editPage, colleague, path(id), saved)).status).toBe(303);
    expect(await offered(colleague, path(id))).toBeNull();
  });

  it("is thrown away by who typed it", async () => {
    const { id, version } = await completeDraft(story);
    await type(colleague, id, showing(), { ...HALF, version: String(version) });
    await post(editPage, colleague, path(id), { intent: "throw-away" });
    expect(await offered(colleague, path(id))).toBeNull();
  });

  it("is taken only of a draft that is theirs to write", async () => {
    const { id, version } = await completeDraft(story);
    const statusOf = async (who: Person) => (await type(who, id, showing(), HALF)).status;
    expect(await statusOf(story.reader)).toBe(403);
    expect(await statusOf(story.stranger)).toBe(404);
    await takeBidAction(story.officer.context, id, version, "submit", {});
    expect(await statusOf(colleague)).toBe(204);
    expect(await offered(colleague, path(id))).toBeNull();
  });
});

describe("a draft that gets another title", () => {
  const change = async (id: number, fields: Fields) => {
    const { version } = await getBid(story.officer.context, id);
    const sent = { ...whole(), version: String(version), intent: "save", ...fields };
    return post(editPage, story.officer, `/bids/${id}/edit`, sent);
  };

  it("is asked about where it is then like another bid to the same round, and saved where it is not the same", async () => {
    const like = await completeDraft(story, { title: "Cameras in the market", roundId: story.roundId });
    const { id } = await completeDraft(story, { title: "Quite another matter", roundId: story.roundId });
    const renamed = { title: "The cameras in the market", roundId: String(story.roundId) };
    const asked = await change(id, renamed);
    expect(asked).toMatchObject({ status: 200, body: { similar: [{ id: like.id }], values: renamed } });
    expect((await getBid(story.officer.context, id)).title).toBe("Quite another matter");
    expect(await offered(story.officer, `/bids/${id}/edit`)).toMatchObject({ values: renamed });
    expect((await change(id, { ...renamed, sameBid: "change" })).body).toMatchObject({ values: renamed });
    expect((await change(id, { ...renamed, sameBid: "no" })).status).toBe(303);
    // What it is like already is not asked about again.
    expect((await change(id, { ...renamed, purpose: "Seeing" })).status).toBe(303);
  });

  it("is asked about where it goes to another round, but not for being like itself", async () => {
    const like = await completeDraft(story, { title: "Gates of the alley", roundId: story.roundId });
    const { id } = await completeDraft(story, { title: "Gates of the alleys" });
    expect((await change(id, { title: "Gates of the alleys, again" })).status).toBe(303);
    const moved = { title: "Gates of the alleys, again", roundId: String(story.roundId) };
    expect((await change(id, moved)).body).toMatchObject({ similar: [{ id: like.id }] });
  });
});
