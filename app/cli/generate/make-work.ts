import type { Batch } from "./batch.ts";
import { dayNear } from "./calendar.ts";
import type { MadeBid } from "./make-bid.ts";
import type { Partnership } from "./reference.ts";
import type { Register } from "./register.ts";
import { MEASURES } from "./words.ts";

/** Makes up the project that an award pays for: every third one is new, the others go on. */
export function makeProject(
  { random, next }: Register,
  { rows, actions }: Batch,
  lead: Partnership,
  { title, at }: MadeBid,
): number {
  if (lead.projects.length > 2 && random.chance(0.67)) return random.pick(lead.projects);
  const id = next("project");
  rows.project.push({ id, partnership_id: lead.id, name: title, starts_on: dayNear(at, 30) });
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

/** Makes up what a project is measured by: 0 to 3 measures, each with a baseline and up to three readings. */
export function makeOutcomes(
  { random, next }: Register,
  { rows, actions }: Batch,
  lead: Partnership,
  projectId: number,
  at: string,
): void {
  const count = random.weighted([
    [0, 40],
    [1, 30],
    [2, 20],
    [3, 10],
  ]);
  for (const [name, unit, better] of random.pickSome(MEASURES, count)) {
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
}
