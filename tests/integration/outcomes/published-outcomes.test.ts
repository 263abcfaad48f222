import { beforeAll, describe, expect, test } from "vitest";
import { combineMeasures } from "#app/outcomes/combine.rules.ts";
import { getMeasure, listMeasures } from "#app/outcomes/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { createPartnership, createPerson, createProject } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { beforeAndAfter, measure } from "./outcome-story.ts";

const register = useDatabase();

describe("the NEET project of Eastleigh, as published in January 2021", () => {
  test("stands from its counts to the flag beside the stated per cent", async () => {
    const eastleigh = await createPartnership(register.db, "Eastleigh");
    const project = await createProject(register.db, eastleigh, "NEET Project");
    const { context } = await createPerson(register.db, { [eastleigh]: "officer" });
    const id = await measure(
      context,
      { kind: "project", id: project },
      {
        name: "Police occurrences for the NEET cohort",
        unit: "occurrences",
        statedChange: "37 in six months = 74 a year pro rata, a 55% fall",
        statedPercent: -55,
      },
    );
    await beforeAndAfter(context, id, [167, "12 months to June 2020"], [37, "6 months June-December 2020"]);
    const found = await getMeasure(context, id);
    expect(found.baseline).toMatchObject({ value: 167, months: 12 });
    expect(found.latest).toMatchObject({ value: 37, months: 6 });
    expect(found.change).toMatchObject({
      text: "167 in 12 months, 37 in 6 months: 74 a year, down 55.7%",
      percent: -55.7,
      verdict: "good",
      stated: { agrees: false, text: "Stated −55%, computed −55.7%" },
    });
    expect(await listMeasures(context, { projectIds: [project] })).toMatchObject([
      { id, change: found.change },
    ]);
  });
});

describe("the two-year table of Harborough", () => {
  let context: Context;
  let harborough = 0;

  beforeAll(async () => {
    harborough = await createPartnership(register.db, "Harborough");
    context = (await createPerson(register.db, { [harborough]: "manager" })).context;
    for (const [name, before, after, statedPercent] of [
      ["Burglary - Residential", 334, 324, null],
      ["Burglary - Business & community", 150, 189, null],
      ["Shoplifting", 512, 351, -31.5],
      ["ASB reported (Police Data)", 687, 537, -22],
    ] as const) {
      const facts = { name, unit: "recorded crimes/incidents", statedPercent };
      const id = await measure(context, { kind: "partnership", id: harborough }, facts);
      await beforeAndAfter(context, id, [before, "2018/19"], [after, "2019/20"]);
    }
  });

  test("each row shows its computed change, and shoplifting is flagged", async () => {
    const measures = await listMeasures(context, { partnershipIds: [harborough] });
    expect(measures.map(({ change }) => [change.text, change.stated?.agrees ?? null])).toEqual([
      ["334 to 324, down 10 (−3.0%)", null],
      ["150 to 189, up 39 (+26.0%)", null],
      ["512 to 351, down 161 (−31.4%)", false],
      ["687 to 537, down 150 (−21.8%)", true],
    ]);
  });

  test("the text says burglary fell; together the two burglaries rose by 6.0%", async () => {
    const measures = await listMeasures(context, { partnershipIds: [harborough] });
    const combined = combineMeasures(measures.filter((found) => found.name.startsWith("Burglary")));
    expect(combined).toMatchObject({ ok: true, baseline: 484, reading: 513 });
    expect(combined.ok && combined.change.text).toBe("484 to 513, up 29 (+6.0%)");
  });
});
