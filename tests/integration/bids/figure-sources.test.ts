import { beforeAll, describe, expect, test } from "vitest";
import { statedBefore } from "#app/attachments/figure-sources/figure-source.ts";
import { takeBackFigureSource } from "#app/attachments/figure-sources/state-figure-source.server.ts";
import { addAttachment, listFigureSources, stateFigureSource } from "#app/attachments/index.server.ts";
import { findFiguresOfBid, saveSection } from "#app/bids/index.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { useDatabase } from "#tests/support/database.ts";
import { auditOf, type BidStory, bidStory, completeDraft } from "./bid-story.ts";

const register = useDatabase();
let story: BidStory;
let bidId: number;

beforeAll(async () => {
  story = await bidStory(register.db);
  bidId = (await completeDraft(story)).id;
  const { context } = story.officer;
  await saveSection(context, bidId, "match", pledge(5_000_00), { version: 0, isComplete: true });
});

function pledge(amountPence: number) {
  const row = { source: "Anytown Council", description: null, form: null, standing: null };
  return { match: [{ ...row, amountPence }] };
}

async function attach(to: number): Promise<number> {
  const letter = { fileName: "pledge.txt", kind: "txt" as const, bytes: Buffer.from("£5,000") };
  const holder = { attachedTo: { bidId: to }, mayAttach: true };
  const added = await addAttachment(story.officer.context, holder, { title: "Letter of pledge" }, letter);
  if (!added.ok) throw new Error(JSON.stringify(added.errors));
  return added.value.id;
}

const figures = (who: "officer" | "reader" | "stranger") => findFiguresOfBid(story[who].context, bidId);

describe("the source of a figure of a bid", () => {
  test("is an attachment of the bid, with its page and what it states, until it is taken back", async () => {
    const { context } = story.officer;
    const attachmentId = await attach(bidId);
    const input = { figure: "match:Anytown Council", attachmentId, place: "page 2" };
    expect((await stateFigureSource(context, await figures("officer"), input)).ok).toBe(true);
    expect((await stateFigureSource(context, await figures("officer"), input)).ok).toBe(false);
    await saveSection(context, bidId, "match", pledge(6_000_00), { version: 1, isComplete: true });
    const [stated] = await listFigureSources(story.reader.context, { bidId });
    expect(stated).toMatchObject({ figure: "match", item: "Anytown Council", title: "Letter of pledge" });
    expect(stated?.place).toBe("page 2");
    expect(stated && statedBefore(stated, (await figures("reader")).figures)).toBe("£5,000");
    const back = { sourceId: stated?.id ?? 0 };
    expect((await takeBackFigureSource(context, await figures("officer"), back)).ok).toBe(true);
    expect((await takeBackFigureSource(context, await figures("officer"), back)).ok).toBe(false);
    expect(await listFigureSources(story.reader.context, { bidId })).toEqual([]);
    const audited = (await auditOf(register.db, bidId)).map(([action]) => action);
    expect(audited).toContain("state source of figure");
    expect(audited).toContain("take back source of figure");
  });

  test("is of a figure that the bid has, and of an attachment of that bid", async () => {
    const { context } = story.officer;
    const own = await attach(bidId);
    const foreign = await attach((await completeDraft(story)).id);
    const record = await figures("officer");
    const unknown = { figure: "baseline:Thefts", attachmentId: own, place: null };
    expect(await stateFigureSource(context, record, unknown)).toHaveProperty("errors.figure");
    const elsewhere = { figure: "requested:", attachmentId: foreign, place: null };
    expect(await stateFigureSource(context, record, elsewhere)).toHaveProperty("errors.attachmentId");
  });

  test("is stated by those who write the bid alone", async () => {
    const input = { figure: "requested:", attachmentId: await attach(bidId), place: null };
    const record = await figures("reader");
    await expect(stateFigureSource(story.reader.context, record, input)).rejects.toThrow(ForbiddenError);
    await expect(figures("stranger")).rejects.toThrow(NotFoundError);
  });
});
