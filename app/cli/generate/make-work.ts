import { financialYearOf } from "#app/core/financial-year.ts";
import type { Batch } from "./batch.ts";
import { dayNear } from "./calendar.ts";
import type { MadeBid } from "./make-bid.ts";
import { type Random, randomFrom } from "./random.ts";
import type { Partnership } from "./reference.ts";
import type { Register } from "./register.ts";
import { MEASURES } from "./words.ts";

/** Makes up the project that an award pays for: every third one is new, the others go on. */
export function makeProject(
  { random, next }: Register,
  { rows, actions }: Batch,
  lead: Partnership,
  { title, at, partnerships }: MadeBid,
): number {
  if (lead.projects.length > 2 && random.chance(0.67)) return random.pick(lead.projects);
  const id = next("project");
  rows.project.push({ id, partnership_id: lead.id, name: title, starts_on: dayNear(at, 30) });
  addParts(rows, id, partnerships, at);
  actions.push({
    at,
    action: "generate project",
    recordType: "project",
    recordId: id,
    after: { name: title },
  });
  lead.projects.push(id);
  if (lead.projects.length > 20) lead.projects.shift();
  return id;
}

/**
 * Who delivers a project, where, in which strands and for which priority area of its partnership; who takes part beside it;
 * and what a partner gives of its own to every fourth one.
 */
function addParts(
  rows: Batch["rows"],
  projectId: number,
  [lead, ...others]: readonly Partnership[],
  at: string,
): void {
  if (!lead) return;
  const first = { project_id: projectId, position: 1 };
  rows.project_partner.push({ ...first, title: `${lead.place} Youth Trust` });
  if (projectId % 2 === 0) rows.project_place.push({ ...first, title: `${lead.place} town centre` });
  if (projectId % 3 === 0) {
    rows.project_strand.push({ ...first, title: "Prevention" });
    rows.project_strand.push({ project_id: projectId, position: 2, title: "Support for victims" });
  }
  const priority = lead.priorities[projectId % lead.priorities.length];
  if (priority) rows.priority_project.push({ priority_id: priority.id, project_id: projectId });
  for (const { id } of others) {
    rows.project_other_partnership.push({ project_id: projectId, partnership_id: id });
  }
  if (projectId % 4 === 0) {
    const isInKind = projectId % 8 === 0;
    rows.own_contribution.push({
      project_id: projectId,
      contributor: `${lead.place} Council`,
      form: isInKind ? "in_kind" : "cash",
      description: isInKind ? "An officer, one day a week" : "From the reserve of the partnership",
      financial_year: financialYearOf(at.slice(0, 10)),
      amount_pence: projectId % 12 === 0 ? null : (projectId % 20) * 100_000 + 250_000,
      recorded_at: at,
    });
  }
}

const MOST_MEASURES = 3;

/**
 * Makes up what a project is measured by: 0 to 3 measures, each with a baseline and up to three readings. Where the record is
 * to be full it has 3: the ones that are added draw on numbers of their own, so that the rest of the register is the same.
 */
export function makeOutcomes(
  register: Register,
  batch: Batch,
  lead: Partnership,
  { projectId, at, isFull }: { projectId: number; at: string; isFull: boolean },
): void {
  const { random } = register;
  const count = random.weighted([
    [0, 40],
    [1, 30],
    [2, 20],
    [3, 10],
  ]);
  const drawn = random.pickSome(MEASURES, count);
  const add = (measure: Measure, from: Random) =>
    addMeasure(register, batch, from, { measure, lead, projectId, at });
  for (const measure of drawn) add(measure, random);
  if (!isFull) return;
  const others = MEASURES.filter((measure) => !drawn.includes(measure));
  const own = randomFrom(projectId);
  for (const measure of others.slice(0, MOST_MEASURES - drawn.length)) add(measure, own);
}

type Measure = (typeof MEASURES)[number];

function addMeasure(
  { next }: Register,
  { rows, actions }: Batch,
  random: Random,
  made: { measure: Measure; lead: Partnership; projectId: number; at: string },
): void {
  const {
    measure: [name, unit, better],
    lead,
    projectId,
    at,
  } = made;
  const id = next("measure");
  const baseline = random.whole(20, 900);
  rows.measure.push({
    id,
    partnership_id: lead.id,
    project_id: projectId,
    name,
    unit,
    better,
    target_value: Math.round(baseline * (better === "down" ? 0.8 : 1.2)),
  });
  for (let number = 0; number <= random.whole(0, 3); number += 1) {
    rows.reading.push({
      measure_id: id,
      kind: number === 0 ? "baseline" : "reading",
      period_to: dayNear(at, 90 * number),
      months: 3,
      value: Math.round(baseline * (1 - 0.08 * number + random.fraction() / 10)),
      recorded_at: at,
    });
  }
  actions.push({ at, action: "generate measure", recordType: "measure", recordId: id, after: { name } });
}
