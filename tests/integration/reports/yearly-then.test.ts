import { beforeAll, expect, test } from "vitest";
import type { Context } from "#app/platform/context.server.ts";
import { addPriority } from "#app/priorities/add-priority.server.ts";
import { changePriority } from "#app/priorities/change-priority.server.ts";
import { changeProject } from "#app/projects/change-project.server.ts";
import { addProject } from "#app/projects/index.server.ts";
import { getOutcomesMoney } from "#app/reports/outcomes-money/outcomes-money.queries.server.ts";
import { getYearly } from "#app/reports/yearly/yearly.queries.server.ts";
import { yearlyDocument } from "#app/reports/yearly/yearly-document.rules.ts";
import * as make from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { done } from "../awards/award-story.ts";

const register = useDatabase();
let operator: Context;
let aldham: number;
let projectId: number;
let priorityId: number;

/** The register on a day of the story. */
const on = (day: string): Context => ({ ...operator, today: day, now: () => `${day}T12:00:00.000Z` });

const PRIORITY = { kind: "priority" as const, note: null, themeIds: [], aims: [], projectIds: [] };
const PROJECT = {
  ...{ description: null, strands: [], partners: [], places: [], partnershipIds: [], statusNote: null },
};

/** In June 2030 the project and the area are called otherwise, the project is over and both have other last days. */
beforeAll(async () => {
  operator = make.operatorContext(register.db);
  aldham = await make.createPartnership(register.db, "Aldham");
  const january = on("2030-01-10");
  const area = { ...PRIORITY, title: "Knife crime", validFrom: "2029-04", validTo: "2030-03" };
  ({ priorityId } = done(await addPriority(january, aldham, area)));
  const project = {
    ...PROJECT,
    name: "Lights",
    status: "going_on",
    startsOn: "2029-05",
    endsOn: null,
  } as const;
  ({ projectId } = done(await addProject(january, { ...project, partnershipId: aldham })));
  const club = { ...PROJECT, name: "Youth club", status: "going_on", startsOn: null, endsOn: null } as const;
  const { projectId: clubId } = done(await addProject(january, { ...club, partnershipId: aldham }));
  const awardId = await make.createAward(register.db, [aldham], { lead: true });
  const of = { partnershipId: aldham, projectId, priorityId, financialYear: 2029, amountPence: 5_000 };
  await seal(january, awardId, { amountPence: 5_000, effectiveOn: "2029-06-01", lines: [line(of)] });
  const june = on("2030-06-10");
  done(
    await changePriority(june, priorityId, {
      ...area,
      title: "Serious violence",
      projectIds: [clubId],
      validTo: "2031-03",
      version: 1,
    }),
  );
  done(
    await changeProject(june, projectId, {
      ...project,
      ...{ name: "Lights and cameras", status: "completed", endsOn: "2030-05-31", version: 1 },
    }),
  );
  done(
    await addPriority(on("2030-07-01"), aldham, {
      ...PRIORITY,
      title: "Fraud",
      validFrom: null,
      validTo: null,
    }),
  );
});

const yearly = (asAt: string | null, knownAt: string | null = null) =>
  getYearly(on("2030-08-01"), { partnershipId: aldham, year: 2029, asAt, knownAt });

test("as at a past day areas and projects are called, and stand, as they did; their days are those known since", async () => {
  const { priorities, projects, byPriority, byProject } = await yearly("2030-04-30");
  expect(priorities.map(({ title, validTo }) => [title, validTo])).toEqual([
    ["Knife crime", "2031-03"],
    ["Fraud", null],
  ]);
  expect(projects).toMatchObject([{ name: "Lights", status: "going_on", endsOn: "2030-05-31" }]);
  expect(byPriority.rows[0]).toMatchObject({ row: String(priorityId), name: "Knife crime" });
  expect(byProject.rows[0]).toMatchObject({ row: String(projectId), name: "Lights" });
});

test("as known on a past day their days, too, are those of that day, and what came later is not there", async () => {
  const { priorities, projects } = await yearly(null, "2030-04-30");
  expect(priorities.map(({ title, validTo }) => [title, validTo])).toEqual([["Knife crime", "2030-03"]]);
  expect(projects).toMatchObject([{ name: "Lights", status: "going_on", endsOn: null }]);
});

test("before the register had them they are as they were first recorded", async () => {
  const { priorities, projects } = await yearly("2029-12-31");
  expect(priorities.map(({ title }) => title)).toEqual(["Knife crime", "Fraud"]);
  expect(projects).toMatchObject([{ name: "Lights", status: "going_on" }]);
});

test("today they are as they are, and the report says which of both it is", async () => {
  const today = await yearly(null);
  expect(today.priorities.map(({ title }) => title)).toEqual(["Serious violence", "Fraud"]);
  expect(today.projects).toMatchObject([{ name: "Lights and cameras", status: "completed" }]);
  expect(today.byProject.rows[0]?.name).toBe("Lights and cameras");
  const lead = async (asAt: string | null) => yearlyDocument(await yearly(asAt)).lead.join(" ");
  expect(await lead(null)).toContain(
    "Everything else, like names, dates, projects and priority areas, stands as",
  );
  expect(await lead("2030-04-30")).toContain("as the register had it on 30 April 2030");
});

test("outcomes against money of a past day has the areas, the projects under them and the names of that day", async () => {
  const rows = async (asAt: string | null, knownAt: string | null = null) => {
    const { paid } = await getOutcomesMoney(on("2030-08-01"), { partnershipId: aldham, asAt, knownAt });
    return paid.map(({ priority, project, pence }) => [priority, project, pence]);
  };
  expect(await rows(null)).toEqual([
    ["Serious violence", "Youth club", 0],
    ["Serious violence", "Lights and cameras", 5_000],
    ["Fraud", null, 0],
  ]);
  expect(await rows("2030-04-30")).toEqual([
    ["Knife crime", "Lights", 5_000],
    ["Fraud", null, 0],
  ]);
  expect(await rows(null, "2030-04-30")).toEqual([["Knife crime", "Lights", 5_000]]);
});
