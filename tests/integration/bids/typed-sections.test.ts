import { beforeAll, describe, expect, it } from "vitest";
import { getBidContent } from "#app/bids/content/content.queries.server.ts";
import { getBid, takeBidAction } from "#app/bids/index.server.ts";
import * as matchPage from "#app/bids/match/match.page.tsx";
import * as risksPage from "#app/bids/promised/risks.page.tsx";
import { getPersonWork } from "#app/exports/person-work.server.ts";
import { createPerson } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { fingerprint } from "#tests/trust/fingerprint.ts";
import { TABLE_KINDS } from "#tests/trust/table-kinds.ts";
import { type BidStory, bidStory, completeDraft } from "./bid-story.ts";
import { callPage, type Handler, type Person } from "./call-page.ts";

const register = useDatabase();
let story: BidStory;
let colleague: Person;

beforeAll(async () => {
  story = await bidStory(register.db);
  colleague = await createPerson(register.db, { [story.lead]: "officer" });
});

/** A row of match whose source is not typed yet: it cannot be saved. */
const HALF = { "match.0.source": "", "match.0.amountPence": "1,200", version: "0", intent: "save" };
const WHOLE = { ...HALF, "match.0.source": "Council" };

type Page = { loader: Handler; action: Handler };
const matchOf: Page = matchPage as never;
const post = (page: Page, who: Person, bidId: number, section: string, fields: Record<string, string>) =>
  callPage(register.db, page.action, who, `/bids/${bidId}/${section}`, fields);
const typed = async (who: Person, bidId: number, page = matchOf) => {
  const { body } = await callPage(register.db, page.loader, who, `/bids/${bidId}/match`);
  return (body as { typed: { values: object; at: string } | null }).typed;
};

describe("what was typed into a section and could not be saved", () => {
  it("is kept for who typed it, and offered to them alone when the page is opened again", async () => {
    const { id } = await completeDraft(story);
    expect(await typed(story.officer, id)).toBeNull();
    const refused = await post(matchOf, story.officer, id, "match", HALF);
    expect(refused).toMatchObject({
      status: 422,
      body: { kept: true, errors: { "match.0.source": expect.any(String) } },
    });
    expect(await typed(story.officer, id)).toMatchObject({
      values: { match: [{ source: "", amountPence: "1,200" }], version: "0" },
    });
    expect((await typed(story.officer, id))?.values).not.toHaveProperty("intent");
    expect(await typed(colleague, id)).toBeNull();
    expect((await getBidContent(story.officer.context, id)).match.match).toEqual([]);
    const work = await getPersonWork(story.officer.context, story.officer.id);
    expect(work.typedButNotSaved).toMatchObject([
      { section: "match", typed: expect.stringContaining("1,200") },
    ]);
  });

  it("is gone once it is saved or thrown away, and nobody else's with it", async () => {
    const { id } = await completeDraft(story);
    await post(matchOf, story.officer, id, "match", HALF);
    await post(matchOf, colleague, id, "match", { ...HALF, "match.0.amountPence": "7" });
    expect(await post(matchOf, story.officer, id, "match", WHOLE)).toMatchObject({ status: 303 });
    expect(await typed(story.officer, id)).toBeNull();
    expect(await typed(colleague, id)).not.toBeNull();
    expect(await post(matchOf, colleague, id, "match", { intent: "throw-away" })).toMatchObject({
      status: 303,
    });
    expect(await typed(colleague, id)).toBeNull();
    expect((await getBidContent(story.officer.context, id)).match.match).toHaveLength(1);
  });

  it("is kept too where somebody else was quicker, by the version that was read", async () => {
    const { id } = await completeDraft(story);
    await post(matchOf, colleague, id, "match", { ...WHOLE, "match.0.source": "Police" });
    expect(await post(matchOf, story.officer, id, "match", WHOLE)).toMatchObject({ status: 409 });
    expect(await typed(story.officer, id)).toMatchObject({
      values: { match: [{ source: "Council" }], version: "0" },
    });
  });

  it("is of one section, and only of a draft that is theirs to write", async () => {
    const { id, version } = await completeDraft(story);
    const risks: Page = risksPage as never;
    const half = { "risks.0.risk": "", "risks.0.owner": "Kim", version: "0", intent: "save" };
    expect(await post(risks, story.officer, id, "risks", half)).toMatchObject({ status: 422 });
    expect(await typed(story.officer, id)).toBeNull();
    expect(await post(risks, story.reader, id, "risks", half)).toMatchObject({ status: 403 });
    expect(await post(risks, story.stranger, id, "risks", half)).toMatchObject({ status: 404 });
    await takeBidAction(
      story.officer.context,
      id,
      (await getBid(story.officer.context, id)).version ?? version,
      "submit",
      {},
    );
    await post(matchOf, story.officer, id, "match", HALF);
    const rows = await register.db.read
      .selectFrom("bid_section_typed")
      .select("section")
      .where("bid_id", "=", id)
      .execute();
    expect(rows).toEqual([{ section: "risks" }]);
  });

  it("is all that a refused form writes", async () => {
    const { id } = await completeDraft(story);
    const others = (Object.keys(TABLE_KINDS) as (keyof typeof TABLE_KINDS)[]).filter(
      // To ask as somebody begins a session of theirs.
      (table) => table !== "bid_section_typed" && table !== "session",
    );
    const before = await fingerprint(register.db, others);
    expect(await post(matchOf, story.officer, id, "match", HALF)).toMatchObject({ status: 422 });
    expect(await typed(story.officer, id)).not.toBeNull();
    expect(await fingerprint(register.db, others)).toEqual(before);
  });
});
