import { beforeAll, describe, expect, it } from "vitest";
import { type BidFilters, NO_FILTERS } from "#app/bids/bid-filters.ts";
import { countFurther, furtherInForce } from "#app/bids/finding/chosen-filters.ts";
import { listFilterChoices } from "#app/bids/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { createPartnership, createPerson, createPriority } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type BidStory, bidStory } from "./bid-story.ts";

const register = useDatabase();
let story: BidStory;
let priority: number;
/** Somebody of more partnerships than have their priority areas and people offered at once. */
let ofMany: Context;

beforeAll(async () => {
  story = await bidStory(register.db);
  const ids = [story.lead, story.partner];
  for (let number = 0; number < 4; number += 1) ids.push(await createPartnership(register.db));
  ofMany = (await createPerson(register.db, Object.fromEntries(ids.map((id) => [id, "officer"])))).context;
  priority = await createPriority(register.db, story.lead, ["vawg"], "Knife crime at dusk");
  await createPriority(register.db, story.partner, ["vawg"], "Knife crime at dusk");
});

async function offered(context: Context, some: Partial<BidFilters>) {
  const { further } = await listFilterChoices(context, { ...NO_FILTERS, ...some });
  if (further === null) throw new Error("One of them is in force");
  const { byWords, priorities, owners, prioritiesFound, ownersFound } = further;
  return { byWords, priorities: priorities.length, owners: owners.length > 0, prioritiesFound, ownersFound };
}

describe("the filters that a list of bids offers", () => {
  it("are priority areas and people of a few partnerships, and words of theirs where they are many", async () => {
    const asked = { priorityTitle: "DUSK, knife", ownerName: story.manager.actor.name };
    const found = {
      prioritiesFound: { names: ["Knife crime at dusk"], more: false },
      ownersFound: { names: [story.manager.actor.name], more: false },
    };
    const few = { byWords: false, priorities: 1, owners: true };
    expect(await offered(story.officer.context, asked)).toEqual({ ...few, ...found });
    expect(await offered(ofMany, asked)).toEqual({ byWords: true, priorities: 0, owners: false, ...found });
    expect(await offered(ofMany, { ...asked, partnershipId: story.lead })).toEqual({ ...few, ...found });
  });

  it("name the first of those that words find among one's own partnerships, or nobody", async () => {
    expect(await offered(ofMany, { ownerName: "person" })).toMatchObject({
      prioritiesFound: null,
      ownersFound: { names: { length: 5 }, more: true },
    });
    const none = { names: [], more: false };
    const asked = { priorityTitle: "knife", ownerName: story.manager.actor.name };
    expect(await offered(story.stranger.context, asked)).toMatchObject({
      prioritiesFound: none,
      ownersFound: none,
    });
  });

  it("are not read where none was asked for, but for the names of those in force", async () => {
    const { context } = story.officer;
    const filters = { ...NO_FILTERS, priorityId: priority, owner: story.officer.actor.id };
    const { further, named } = await listFilterChoices(context, filters);
    expect(further).toBeNull();
    expect(named).toEqual({
      funders: [],
      funds: [],
      themes: [],
      priorities: [{ id: priority, text: expect.any(String) }],
      owners: [{ id: story.officer.actor.id, text: story.officer.actor.name }],
    });
    expect((await listFilterChoices(context, filters, true)).named.themes.length).toBeGreaterThan(1);
  });

  it("have the partnerships behind more filters where they are over a hundred, but for the one in force", async () => {
    const names = Array.from({ length: 99 }, (_, number) => `Of very many ${number}`);
    const ids = await Promise.all(names.map((name) => createPartnership(register.db, name)));
    const all = [story.lead, story.partner, ...ids];
    const { context } = await createPerson(
      register.db,
      Object.fromEntries(all.map((id) => [id, "reader"] as const)),
    );
    const offers = async (some: Partial<BidFilters>, asked = false) => {
      const choices = await listFilterChoices(context, { ...NO_FILTERS, ...some }, asked);
      return [choices.manyPartnerships, choices.partnerships.length];
    };
    expect(await offers({})).toEqual([true, 0]);
    expect(await offers({ partnershipId: story.lead })).toEqual([true, 1]);
    expect(await offers({ partnershipId: story.foreign })).toEqual([true, 0]);
    expect(await offers({}, true)).toEqual([true, 101]);
    const few = await listFilterChoices(ofMany, NO_FILTERS);
    expect([few.manyPartnerships, few.partnerships.length]).toEqual([false, 6]);
    const inForce = { ...NO_FILTERS, partnershipId: story.lead, themeId: 1 };
    expect(furtherInForce(inForce, true)).toEqual([
      ["partnership", String(story.lead)],
      ["theme", "1"],
    ]);
    expect([countFurther(inForce, true), countFurther(inForce, false)]).toEqual([2, 1]);
  });

  it("never name a person of others", async () => {
    const filters = { ...NO_FILTERS, owner: story.officer.actor.id };
    for (const asked of [false, true]) {
      const { named } = await listFilterChoices(story.stranger.context, filters, asked);
      expect(named.owners.map(({ id }) => id)).not.toContain(story.officer.actor.id);
    }
  });
});
