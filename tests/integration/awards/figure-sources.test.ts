import { beforeAll, describe, expect, test } from "vitest";
import { addAttachment } from "#app/attachments/index.server.ts";
import { listFigureSources } from "#app/awards/figure-sources/figure-sources.queries.server.ts";
import {
  stateFigureSource,
  takeBackFigureSource,
} from "#app/awards/figure-sources/state-figure-source.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type AwardStory, awardStory, jointAward, soleAward } from "./award-story.ts";

const register = useDatabase();
let story: AwardStory;
let awardId: number;

beforeAll(async () => {
  story = await awardStory(register.db);
  awardId = await jointAward(story);
});

async function attach(to: number): Promise<number> {
  const holder = { attachedTo: { awardId: to }, mayAttach: true };
  const letter = { fileName: "letter.txt", kind: "txt" as const, bytes: Buffer.from("£100") };
  const added = await addAttachment(story.officer, holder, { title: "Award letter" }, letter);
  if (!added.ok) throw new Error(JSON.stringify(added.errors));
  return added.value.id;
}

describe("the source of an award's amount", () => {
  test("is an attachment of the award, with its page, until it is taken back", async () => {
    const attachmentId = await attach(awardId);
    const input = { attachmentId, place: "page 2" };
    expect((await stateFigureSource(story.finance, awardId, 1, input)).ok).toBe(true);
    const again = await stateFigureSource(story.finance, awardId, 1, input);
    expect(again).toEqual({ ok: false, errors: { attachmentId: "This is stated already" } });
    const [stated] = await listFigureSources(story.reader, awardId);
    expect(stated).toMatchObject({ versionNumber: 1, attachmentId, title: "Award letter", place: "page 2" });
    const sourceId = stated?.id ?? 0;
    expect((await takeBackFigureSource(story.finance, awardId, 1, { sourceId })).ok).toBe(true);
    expect((await takeBackFigureSource(story.finance, awardId, 1, { sourceId })).ok).toBe(false);
    expect(await listFigureSources(story.reader, awardId)).toEqual([]);
  });

  test("is no attachment of another award, and of no version that there is not", async () => {
    const attachmentId = await attach(await soleAward(story));
    const input = { attachmentId, place: null };
    const refused = await stateFigureSource(story.officer, awardId, 1, input);
    expect(refused).toEqual({ ok: false, errors: { attachmentId: "Choose an attachment of this award" } });
    await expect(stateFigureSource(story.officer, awardId, 9, input)).rejects.toThrow(NotFoundError);
  });

  test("is stated by the people of its lead alone", async () => {
    const input = { attachmentId: await attach(awardId), place: null };
    await expect(stateFigureSource(story.partnerFinance, awardId, 1, input)).rejects.toThrow(ForbiddenError);
    await expect(stateFigureSource(story.reader, awardId, 1, input)).rejects.toThrow(ForbiddenError);
    await expect(stateFigureSource(story.stranger, awardId, 1, input)).rejects.toThrow(NotFoundError);
  });
});
