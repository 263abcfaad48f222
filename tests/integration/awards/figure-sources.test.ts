import { beforeAll, describe, expect, test } from "vitest";
import { takeBackFigureSource } from "#app/attachments/figure-sources/state-figure-source.server.ts";
import { addAttachment, listFigureSources, stateFigureSource } from "#app/attachments/index.server.ts";
import { nameOfFigure } from "#app/attachments/index.ts";
import { findFiguresOfVersion } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
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

async function state(by: Context, number: number, input: { attachmentId: number; place: string | null }) {
  const version = await findFiguresOfVersion(by, awardId, number);
  const figure = version.figures.map(nameOfFigure)[0] ?? "";
  return stateFigureSource(by, version, { figure, ...input });
}

describe("the source of an award's amount", () => {
  test("is an attachment of the award, with its page, until it is taken back", async () => {
    const attachmentId = await attach(awardId);
    const input = { attachmentId, place: "page 2" };
    expect((await state(story.finance, 1, input)).ok).toBe(true);
    const again = await state(story.finance, 1, input);
    expect(again).toEqual({ ok: false, errors: { attachmentId: "This is stated already" } });
    const [stated] = await listFigureSources(story.reader, { awardId });
    expect(stated).toMatchObject({ figure: "awarded", attachmentId, title: "Award letter", place: "page 2" });
    const sourceId = stated?.id ?? 0;
    const version = await findFiguresOfVersion(story.finance, awardId, 1);
    expect(stated?.versionId).toBe(version.figures[0]?.versionId);
    expect((await takeBackFigureSource(story.finance, version, { sourceId })).ok).toBe(true);
    expect((await takeBackFigureSource(story.finance, version, { sourceId })).ok).toBe(false);
    expect(await listFigureSources(story.reader, { awardId })).toEqual([]);
  });

  test("is no attachment of another award, and of no version that there is not", async () => {
    const attachmentId = await attach(await soleAward(story));
    const input = { attachmentId, place: null };
    const refused = await state(story.officer, 1, input);
    expect(refused).toEqual({ ok: false, errors: { attachmentId: "Choose an attachment from the list" } });
    await expect(state(story.officer, 9, input)).rejects.toThrow(NotFoundError);
  });

  test("is stated by the people of its lead alone", async () => {
    const input = { attachmentId: await attach(awardId), place: null };
    await expect(state(story.partnerFinance, 1, input)).rejects.toThrow(ForbiddenError);
    await expect(state(story.reader, 1, input)).rejects.toThrow(ForbiddenError);
    await expect(state(story.stranger, 1, input)).rejects.toThrow(NotFoundError);
  });
});
