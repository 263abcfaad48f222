import { beforeAll, describe, expect, it } from "vitest";
import { getBidContent } from "#app/bids/content/content.queries.server.ts";
import * as keptPage from "#app/bids/content/typed-section.page.tsx";
import { getBid, takeBidAction } from "#app/bids/index.server.ts";
import * as matchPage from "#app/bids/match/match.page.tsx";
import * as needPage from "#app/bids/plan/need.page.tsx";
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
    // The way to what the register says now leads past it.
    const now = await callPage(
      register.db,
      matchOf.loader,
      story.officer,
      `/bids/${id}/match?leave-typed=yes`,
    );
    expect(now.body).toMatchObject({ typed: null, content: { match: [{ source: "Police" }] } });
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

describe("what was typed into a section and neither saved nor refused", () => {
  const need: Page = needPage as never;
  const TYPED = { need: "Boats are stolen", evidence: "", version: "0" };
  const keep = (who: Person, bidId: number, fields: Record<string, string>, path = "need") =>
    callPage(register.db, keptPage.action as never, who, `/bids/${bidId}/${path}/typed`, fields, {
      id: String(bidId),
      section: path,
    });
  const kept = async (who: Person, bidId: number) => {
    const { body } = await callPage(register.db, need.loader, who, `/bids/${bidId}/need`);
    return (body as { typed: { values: object; at: string } | null }).typed;
  };

  it("is kept for who typed it as the page sends it, and stands there next time", async () => {
    const { id } = await completeDraft(story);
    expect(await keep(story.officer, id, TYPED)).toMatchObject({ status: 204 });
    expect((await kept(story.officer, id))?.values).toEqual(TYPED);
    expect(await kept(colleague, id)).toBeNull();
    await keep(story.officer, id, { ...TYPED, need: "Boats are stolen at night" });
    expect((await kept(story.officer, id))?.values).toMatchObject({ need: "Boats are stolen at night" });
  });

  it("is gone once it is saved, thrown away, or typed back to what is saved", async () => {
    const { id } = await completeDraft(story);
    await keep(story.officer, id, TYPED);
    expect(await post(need, story.officer, id, "need", { ...TYPED, intent: "save" })).toMatchObject({
      status: 303,
    });
    expect(await kept(story.officer, id)).toBeNull();
    for (const [fields, send] of [
      [{ intent: "throw-away" }, (all: Record<string, string>) => post(need, story.officer, id, "need", all)],
      [{ intent: "unchanged" }, (all: Record<string, string>) => keep(story.officer, id, all)],
    ] as const) {
      await keep(story.officer, id, { ...TYPED, version: "1", need: "Bicycles" });
      expect(await kept(story.officer, id)).not.toBeNull();
      await send(fields);
      expect(await kept(story.officer, id)).toBeNull();
    }
  });

  it("is not kept where it comes in after its own saving, and is where a colleague was quicker", async () => {
    const { id } = await completeDraft(story);
    await post(need, story.officer, id, "need", { ...TYPED, intent: "save" });
    await keep(story.officer, id, TYPED);
    expect(await kept(story.officer, id)).toBeNull();
    await keep(colleague, id, { ...TYPED, need: "Bicycles are stolen" });
    expect((await kept(colleague, id))?.values).toMatchObject({ need: "Bicycles are stolen" });
  });

  it("is not written again where it is kept already, and leaves nothing in the log", async () => {
    const { id } = await completeDraft(story);
    await keep(story.officer, id, TYPED);
    const others = (Object.keys(TABLE_KINDS) as (keyof typeof TABLE_KINDS)[]).filter(
      (table) => table !== "session",
    );
    const before = await fingerprint(register.db, others);
    await keep(story.officer, id, TYPED);
    await keep(story.officer, id, {});
    expect(await fingerprint(register.db, others)).toEqual(before);
    await keep(story.officer, id, { ...TYPED, need: "Bicycles" });
    const allButTyped = others.filter((table) => table !== "bid_section_typed");
    const pick = (prints: object) =>
      Object.fromEntries(Object.entries(prints).filter(([table]) => allButTyped.includes(table as never)));
    expect(pick(await fingerprint(register.db, others))).toEqual(pick(before));
  });

  it("is of a section of a draft that is theirs to write", async () => {
    const { id } = await completeDraft(story);
    expect(await keep(story.reader, id, TYPED)).toMatchObject({ status: 403 });
    expect(await keep(story.stranger, id, TYPED)).toMatchObject({ status: 404 });
    expect(await keep(story.officer, id, TYPED, "nonsense")).toMatchObject({ status: 404 });
    const { version } = await getBid(story.officer.context, id);
    await takeBidAction(story.officer.context, id, version, "submit", {});
    expect(await keep(story.officer, id, TYPED)).toMatchObject({ status: 204 });
    const rows = await register.db.read
      .selectFrom("bid_section_typed")
      .select("section")
      .where("bid_id", "=", id)
      .execute();
    expect(rows).toEqual([]);
  });
});
