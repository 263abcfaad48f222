import { beforeAll, expect, test } from "vitest";
import { type BidFilters, NO_FILTERS } from "#app/bids/bid-filters.ts";
import { listBids } from "#app/bids/index.server.ts";
import type { Writer } from "#db/open.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type BidStory, bidStory, draft } from "./bid-story.ts";

const register = useDatabase();
let story: BidStory;
let bidId: number;
let projectId: number;
let priorityId: number;
let themes: number[];

beforeAll(async () => {
  const { db } = register;
  story = await bidStory(db);
  projectId = await make.createProject(db, story.lead, "Stewards");
  priorityId = await make.createPriority(db, story.lead);
  bidId = (await draft(story.officer.context, { title: "Lanterns" })).id;
  const rows = await db.read.selectFrom("theme").select("id").orderBy("id").limit(2).execute();
  themes = rows.map(({ id }) => id);
});

/** True where the bid is among those that somebody who reads all of the register finds. */
async function isFound(filters: Partial<BidFilters>): Promise<boolean> {
  const { items } = await listBids(make.operatorContext(register.db), { ...NO_FILTERS, ...filters });
  return items.some(({ id }) => id === bidId);
}

test("a bid is found by its own words as they change", async () => {
  expect(await isFound({ search: "lantern" })).toBe(true);
  await register.db.write((trx) =>
    trx.updateTable("bid").set({ purpose: "To brighten underpasses" }).where("id", "=", bidId).execute(),
  );
  expect(await isFound({ search: "underpass" })).toBe(true);
});

test("a bid is found by the names of its projects as they come, change and go", async () => {
  const row = { bid_id: bidId, project_id: projectId };
  expect(await isFound({ search: "stewards" })).toBe(false);
  await register.db.write((trx) => trx.insertInto("bid_project").values(row).execute());
  expect(await isFound({ search: "stewards" })).toBe(true);
  await register.db.write((trx) =>
    trx.updateTable("project").set({ name: "Wardens" }).where("id", "=", projectId).execute(),
  );
  expect([await isFound({ search: "stewards" }), await isFound({ search: "warden" })]).toEqual([false, true]);
  await register.db.write((trx) => trx.deleteFrom("bid_project").where("bid_id", "=", bidId).execute());
  expect(await isFound({ search: "warden" })).toBe(false);
});

test("a bid is found by what its sections say as they are filled in, changed and emptied", async () => {
  const write = (work: (trx: Writer) => Promise<unknown>) => register.db.write(work);
  const organisation = { name: "Larkspur Trust" };
  const { id: organisationId } = await register.db.write((trx) =>
    trx.insertInto("organisation").values(organisation).returning("id").executeTakeFirstOrThrow(),
  );
  const row = { bid_id: bidId, position: 1 };
  await write((trx) =>
    trx
      .insertInto("bid_plan")
      .values({ bid_id: bidId, need: "Thefts of heather", exit_plan: "Endowment" })
      .execute(),
  );
  await write((trx) =>
    trx
      .insertInto("bid_ward")
      .values({ ...row, name: "Juniper" })
      .execute(),
  );
  await write((trx) =>
    trx
      .insertInto("bid_promise")
      .values({ ...row, measure: "Gorse fires" })
      .execute(),
  );
  await write((trx) =>
    trx
      .insertInto("bid_risk")
      .values({ ...row, risk: "Frost", mitigation: "Blankets" })
      .execute(),
  );
  await write((trx) =>
    trx
      .insertInto("bid_organisation")
      .values({ ...row, organisation_id: organisationId, part: "delivery" })
      .execute(),
  );
  const words = ["heather", "endowment", "juniper", "gorse", "frost", "blanket", "larkspur", "lantern"];
  for (const search of words) expect(await isFound({ search }), search).toBe(true);
  // All that is said of a bid is one text: two words of different sections are found together.
  expect(await isFound({ search: "heather juniper" })).toBe(true);

  await write((trx) =>
    trx
      .updateTable("organisation")
      .set({ name: "Foxglove Trust" })
      .where("id", "=", organisationId)
      .execute(),
  );
  await write((trx) =>
    trx.updateTable("bid_plan").set({ need: "Thefts of moss" }).where("bid_id", "=", bidId).execute(),
  );
  await write((trx) => trx.deleteFrom("bid_ward").where("bid_id", "=", bidId).execute());
  expect(await isFound({ search: "moss foxglove gorse" })).toBe(true);
  for (const search of ["heather", "larkspur", "juniper"])
    expect(await isFound({ search }), search).toBe(false);

  await write((trx) =>
    trx.updateTable("bid").set({ title: "Lanterns again" }).where("id", "=", bidId).execute(),
  );
  expect(await isFound({ search: "again moss" })).toBe(true);
});

test("a bid with a word is found among those of a theme while one of its priority areas serves the theme", async () => {
  const [one, other] = themes;
  const ofTheme = (themeId = 0) => isFound({ search: "lanterns", themeId });
  const serve = (themeId = 0) =>
    register.db.write((trx) =>
      trx.insertInto("priority_theme").values({ priority_id: priorityId, theme_id: themeId }).execute(),
    );
  await register.db.write((trx) =>
    trx.deleteFrom("priority_theme").where("priority_id", "=", priorityId).execute(),
  );
  await serve(one);
  await register.db.write((trx) =>
    trx.insertInto("bid_priority").values({ bid_id: bidId, priority_id: priorityId }).execute(),
  );
  expect([await ofTheme(one), await ofTheme(other)]).toEqual([true, false]);
  await serve(other);
  expect([await ofTheme(one), await ofTheme(other)]).toEqual([true, true]);
  await register.db.write((trx) =>
    trx
      .deleteFrom("priority_theme")
      .where("priority_id", "=", priorityId)
      .where("theme_id", "=", one ?? 0)
      .execute(),
  );
  expect([await ofTheme(one), await ofTheme(other)]).toEqual([false, true]);
  await register.db.write((trx) => trx.deleteFrom("bid_priority").where("bid_id", "=", bidId).execute());
  expect([await ofTheme(one), await ofTheme(other)]).toEqual([false, false]);
});

test("a bid with a word is found among those of a theme at its status, from its first to its last", async () => {
  const [, other = 0] = themes;
  const filters = { search: "lanterns", themeId: other };
  await register.db.write((trx) =>
    trx.insertInto("bid_priority").values({ bid_id: bidId, priority_id: priorityId }).execute(),
  );
  const isAt = async (...statuses: BidFilters["statuses"]) => isFound({ ...filters, statuses });
  expect([await isAt("draft"), await isAt("submitted"), await isAt("draft", "awarded")]).toEqual([
    true,
    false,
    true,
  ]);
  await register.db.write((trx) =>
    trx.updateTable("bid").set({ status: "awaiting_sign_off" }).where("id", "=", bidId).execute(),
  );
  expect([await isAt("draft"), await isAt("awaiting_sign_off", "draft"), await isAt()]).toEqual([
    false,
    true,
    true,
  ]);
  await register.db.write((trx) =>
    trx.updateTable("bid").set({ status: "draft" }).where("id", "=", bidId).execute(),
  );
  await register.db.write((trx) => trx.deleteFrom("bid_priority").where("bid_id", "=", bidId).execute());
});

test("the number of a theme, which stands among what is said of a bid, is no word of it", async () => {
  await register.db.write((trx) =>
    trx.insertInto("bid_priority").values({ bid_id: bidId, priority_id: priorityId }).execute(),
  );
  const reference = await register.db.read
    .selectFrom("bid")
    .select("reference")
    .where("id", "=", bidId)
    .executeTakeFirstOrThrow();
  const number = themes.map(String).find((theme) => !reference.reference.endsWith(theme)) ?? "";
  expect(await isFound({ search: number })).toBe(false);
});
