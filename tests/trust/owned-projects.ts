import type { Writer } from "#db/open.server.ts";
import { NOW } from "./standings.ts";

/** A project of a partnership with a contribution, a measure, its baseline and a reading. */
export async function addProject(trx: Writer, partnership_id: number) {
  const project = await trx
    .insertInto("project")
    .values({ partnership_id, name: `Walk home ${partnership_id}`, description: "Stewards at closing time" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const contribution = await trx
    .insertInto("own_contribution")
    .values({ project_id: project.id, contributor: "The council", form: "in_kind", recorded_at: NOW })
    .returning("id")
    .executeTakeFirstOrThrow();
  const measure = await trx
    .insertInto("measure")
    .values({
      partnership_id,
      project_id: project.id,
      name: "Incidents at night",
      unit: "incidents",
      better: "down",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const reading = { measure_id: measure.id, months: 12, recorded_at: NOW };
  await trx
    .insertInto("reading")
    .values({ ...reading, kind: "baseline", period: "12 months to March 2024", value: 120 })
    .execute();
  const after = await trx
    .insertInto("reading")
    .values({ ...reading, kind: "reading", period: "12 months to March 2026", value: 90 })
    .returning("id")
    .executeTakeFirstOrThrow();
  return {
    projectId: project.id,
    contributionId: contribution.id,
    measureId: measure.id,
    readingId: after.id,
  };
}
