import { beforeAll, describe, expect, test } from "vitest";
import {
  listOnwardOfProject,
  listOpenForProjects,
  listPayingLines,
  listTakenOfProject,
} from "#app/awards/index.server.ts";
import { newOnwardGrantSchema } from "#app/awards/onward/onward-grant.schema.ts";
import { recordOnwardGrant } from "#app/awards/onward/record-onward-grant.server.ts";
import { moneyByYear } from "#app/awards/project-money.rules.ts";
import { NOT_YET_APPORTIONED } from "#app/awards/version.rules.ts";
import { createProject } from "#tests/factories/register.ts";
import { line } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type AwardStory, awardStory, done, soleAward } from "../awards/award-story.ts";

const register = useDatabase();
let story: AwardStory;

beforeAll(async () => {
  story = await awardStory(register.db);
});

async function passOn(awardId: number, pounds: number) {
  const grant = newOnwardGrantSchema.parse({ recipient: "Refuge", amountPence: String(pounds) });
  done(await recordOnwardGrant(story.officer, awardId, null, grant));
}

async function moneyOf(projectId: number) {
  const lines = await listPayingLines(story.officer, { projectId });
  const awardIds = lines.map(({ awardId }) => awardId);
  const taken = await listTakenOfProject(story.officer, projectId, awardIds);
  return moneyByYear(lines, taken, await listOnwardOfProject(story.officer, projectId));
}

describe("the money of a project", () => {
  test("is net of what awards and delivery organisations take of it", async () => {
    const projectId = await createProject(register.db, story.lead);
    const own = { partnershipId: story.lead, financialYear: 2024, projectId };
    const awardId = await soleAward(story, { lines: [line({ ...own, amountPence: 10_000 })] });
    const inside = { ...NOT_YET_APPORTIONED, ...own, awardId };
    await soleAward(story, { amountPence: 2_500, lines: [line({ amountPence: 2_500, inside })] });
    await passOn(awardId, 30);
    expect(await moneyOf(projectId)).toMatchObject([
      { grossPence: 10_000, toAwardsPence: 2_500, toOrganisationsPence: 3_000, netPence: 4_500 },
    ]);
  });

  test("is not lessened by a grant of an award that pays for more than it, which is named as such", async () => {
    const projectId = await createProject(register.db, story.lead);
    const lines = [line({ projectId, amountPence: 6_000 }), line({ label: "Open", amountPence: 4_000 })];
    const awardId = await soleAward(story, { lines });
    await passOn(awardId, 30);
    expect(await moneyOf(projectId)).toMatchObject([{ toOrganisationsPence: 0, netPence: 6_000 }]);
    const onward = await listOnwardOfProject(story.officer, projectId);
    expect(onward).toMatchObject([{ awardId, pence: 3_000, isForProject: false }]);
  });
});

describe("money that may be for a project", () => {
  test("is what an award that pays for it, with a bid or without, has not yet apportioned to any", async () => {
    const projectId = await createProject(register.db, story.lead);
    const other = await createProject(register.db, story.lead);
    const awardId = await soleAward(story, {
      lines: [line({ projectId, amountPence: 6_000 }), line({ label: "Open", amountPence: 4_000 })],
    });
    await soleAward(story, { lines: [line({ projectId: other, amountPence: 10_000 })] });
    const open = await listOpenForProjects(story.officer, [projectId, other]);
    expect(open.map(({ id, projectId: of, pence }) => [id, of, pence])).toEqual([
      [awardId, projectId, 4_000],
    ]);
    expect(await listOpenForProjects(story.stranger, [projectId])).toEqual([]);
  });
});
