import { beforeAll, describe, expect, it } from "vitest";
import { openWithView, removeView } from "#app/bids/saved-views/change-view.server.ts";
import { saveView } from "#app/bids/saved-views/save-view.server.ts";
import { LIST_OF_BIDS } from "#app/bids/saved-views/saved-view.ts";
import * as viewsPage from "#app/bids/saved-views/saved-views.page.tsx";
import { findDefaultView, listSavedViews } from "#app/bids/saved-views/saved-views.queries.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { LIST_OF_STANDING } from "#app/standing/index.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type BidStory, bidStory } from "./bid-story.ts";
import { callPage, type Handler } from "./call-page.ts";

const register = useDatabase();
let story: BidStory;

beforeAll(async () => {
  story = await bidStory(register.db);
});

const view = (name: string, partnershipId: number | null = null) => ({
  name,
  partnershipId,
  query: "status=draft&after=9&nonsense=1&sort=closes",
});
const names = async (person: { context: BidStory["officer"]["context"] }) =>
  (await listSavedViews(person.context, LIST_OF_BIDS)).map(({ name }) => name);
const idOf = async (person: { context: BidStory["officer"]["context"] }, name: string) =>
  (await listSavedViews(person.context, LIST_OF_BIDS)).find((one) => one.name === name)?.id as number;

describe("a saved view", () => {
  it("is its person's alone, and keeps filters and order without a place in the list", async () => {
    expect(await saveView(story.officer.context, view("My drafts"), LIST_OF_BIDS)).toEqual({
      ok: true,
      value: { href: "/bids?status=draft&sort=closes" },
    });
    expect(await names(story.officer)).toEqual(["My drafts"]);
    expect(await names(story.manager)).toEqual([]);
    const id = await idOf(story.officer, "My drafts");
    await expect(openWithView(story.manager.context, id, true)).rejects.toThrow(NotFoundError);
    await expect(removeView(story.manager.context, id)).rejects.toThrow(NotFoundError);
  });

  it("is shared by a manager, read by the partnership's people and by nobody else", async () => {
    expect(
      await saveView(story.manager.context, view("Closing soon", story.lead), LIST_OF_BIDS),
    ).toMatchObject({
      ok: true,
    });
    await expect(saveView(story.officer.context, view("Mine too", story.lead), LIST_OF_BIDS)).rejects.toThrow(
      ForbiddenError,
    );
    await expect(
      saveView(story.manager.context, view("Theirs", story.partner), LIST_OF_BIDS),
    ).rejects.toThrow(ForbiddenError);
    expect(await names(story.officer)).toEqual(["Closing soon", "My drafts"]);
    expect(await names(story.reader)).toEqual(["Closing soon"]);
    expect(await names(story.partnerManager)).toEqual([]);
    const id = await idOf(story.manager, "Closing soon");
    await expect(removeView(story.officer.context, id)).rejects.toThrow(ForbiddenError);
    await expect(removeView(story.stranger.context, id)).rejects.toThrow(NotFoundError);
  });

  it("has a name of its own among those it stands with", async () => {
    const message = "There is a view of this name already: choose another name";
    expect(await saveView(story.officer.context, view("My drafts"), LIST_OF_BIDS)).toEqual({
      ok: false,
      errors: { name: message },
    });
    expect(await saveView(story.officer.context, view("my DRAFTS"), LIST_OF_BIDS)).toMatchObject({
      errors: { name: message },
    });
    expect(await saveView(story.finance.context, view("My drafts"), LIST_OF_BIDS)).toMatchObject({
      ok: true,
    });
    expect(
      await saveView(story.manager.context, view("Closing soon", story.lead), LIST_OF_BIDS),
    ).toMatchObject({
      ok: false,
    });
  });

  it("opens the list for whoever chose it, until it is removed", async () => {
    const id = await idOf(story.officer, "Closing soon");
    expect(await findDefaultView(story.officer.context, LIST_OF_BIDS)).toBeNull();
    await openWithView(story.officer.context, await idOf(story.officer, "My drafts"), true);
    await openWithView(story.officer.context, id, true);
    expect(await findDefaultView(story.officer.context, LIST_OF_BIDS)).toBe("/bids?status=draft&sort=closes");
    expect(await findDefaultView(story.reader.context, LIST_OF_BIDS)).toBeNull();
    await openWithView(story.officer.context, id, false);
    expect(await findDefaultView(story.officer.context, LIST_OF_BIDS)).toBeNull();
    await openWithView(story.officer.context, id, true);
    await removeView(story.manager.context, id);
    expect(await findDefaultView(story.officer.context, LIST_OF_BIDS)).toBeNull();
    expect(await names(story.officer)).toEqual(["My drafts"]);
  });

  it("is of one list: each opens with a view of its own", async () => {
    const { context } = story.finance;
    const late = {
      name: "What is late",
      partnershipId: null,
      query: "status=overdue&after-award=3&nonsense=1",
    };
    expect(await saveView(context, late, LIST_OF_STANDING)).toEqual({
      ok: true,
      value: { href: "/standing?status=overdue" },
    });
    const [kept] = await listSavedViews(context, LIST_OF_STANDING);
    expect(await listSavedViews(context, LIST_OF_BIDS)).not.toContainEqual(
      expect.objectContaining({ name: "What is late" }),
    );
    const bids = { name: "Drafts", partnershipId: null, query: "status=draft" };
    expect(await saveView(context, bids, LIST_OF_BIDS)).toMatchObject({ ok: true });
    await openWithView(context, await idOf(story.finance, "Drafts"), true);
    await openWithView(context, kept?.id ?? 0, true);
    expect(await findDefaultView(context, LIST_OF_STANDING)).toBe("/standing?status=overdue");
    expect(await findDefaultView(context, LIST_OF_BIDS)).toContain("status=draft");
    await openWithView(context, kept?.id ?? 0, false);
    expect(await findDefaultView(context, LIST_OF_STANDING)).toBeNull();
    await removeView(context, kept?.id ?? 0);
    expect(await listSavedViews(context, LIST_OF_STANDING)).toEqual([]);
  });

  it("of one name is saved once where two save it at once, and the other is told", async () => {
    const save = () => saveView(story.manager.context, view("At once", story.lead), LIST_OF_BIDS);
    const results = await Promise.all([save(), save(), save()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok)).toEqual(
      Array(2).fill({ ok: false, errors: { name: expect.stringContaining("There is a view of this name") } }),
    );
  });

  it("opens and goes once, whoever presses at the same time; what is gone is not found", async () => {
    const id = await idOf(story.manager, "At once");
    const open = () => openWithView(story.officer.context, id, true);
    await Promise.all([open(), open(), open()]);
    const remove = () => removeView(story.manager.context, id);
    const ends = await Promise.allSettled([remove(), open(), remove(), open(), remove()]);
    const failures = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
    for (const failure of failures) expect(failure).toBeInstanceOf(NotFoundError);
    expect(ends.filter(({ status }, index) => index % 2 === 0 && status === "fulfilled")).toHaveLength(1);
    const removals = await register.db.read
      .selectFrom("audit_entry")
      .select("seq")
      .where("record_type", "=", "saved view")
      .where("record_id", "=", String(id))
      .where("action", "like", "remove view%")
      .execute();
    expect(removals).toHaveLength(1);
  });

  it("that is gone meanwhile is said to be gone, on the page of those that there are", async () => {
    expect(await saveView(story.manager.context, view("Soon gone", story.lead), LIST_OF_BIDS)).toMatchObject({
      ok: true,
    });
    const viewId = String(await idOf(story.manager, "Soon gone"));
    const press = (person: { id: number }, intent: string) =>
      callPage(register.db, viewsPage.action as Handler, person, "/bids/views", { viewId, intent });
    expect((await press(story.manager, "remove")).status).toBe(303);
    const gone = {
      status: 404,
      body: { ok: false, errors: { form: expect.stringContaining("not here any more") } },
    };
    expect(await press(story.officer, "open-with")).toMatchObject(gone);
    expect(await press(story.manager, "remove")).toMatchObject(gone);
  });
});
