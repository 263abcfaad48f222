import { beforeAll, expect, it } from "vitest";
import { NO_FILTERS } from "#app/bids/bid-filters.ts";
import { listBids } from "#app/bids/bids.queries.server.ts";
import { changeTeam } from "#app/bids/index.server.ts";
import { createPerson, createPriority } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type BidStory, bidStory, completeDraft } from "./bid-story.ts";

const register = useDatabase();
let story: BidStory;

/** A bid of Élodie's that says everything in accents, and one of nobody's that says nothing so. */
beforeAll(async () => {
  story = await bidStory(register.db);
  const { officer, lead } = story;
  const elodie = await createPerson(register.db, { [lead]: "officer" }, { name: "Élodie Çelik" });
  const priorityIds = [await createPriority(register.db, lead, [], "Ŵylnos ar Ôl Ysgol")];
  const { id, version } = await completeDraft(story, {
    title: "Accents",
    leadOfficer: "Siân O'Neill-ÂRE",
    priorityIds,
  });
  await changeTeam(officer.context, id, { ownerId: elodie.id, helperIds: [], watcherIds: [], version });
  await completeDraft(story, { title: "Plain", leadOfficer: "Jo" });
});

it.each([
  ["an owner", { ownerName: "élodie" }],
  ["an owner in capitals", { ownerName: "ÇELIK ÉLODIE" }],
  ["a part of a name", { ownerName: "odi" }],
  ["a priority area", { priorityTitle: "ŵylnos ôl" }],
  ["a priority area in capitals", { priorityTitle: "ÔL YSGOL" }],
  ["a lead officer", { leadOfficer: "SIÂN O'NEILL-âre" }],
])("finds %s, whatever the case of its letters", async (_, asked) => {
  const { items } = await listBids(story.officer.context, { ...NO_FILTERS, ...asked });
  expect(items.map(({ title }) => title)).toEqual(["Accents"]);
});

it("finds nobody by other letters", async () => {
  const { items } = await listBids(story.officer.context, { ...NO_FILTERS, ownerName: "èlodie" });
  expect(items).toEqual([]);
});
