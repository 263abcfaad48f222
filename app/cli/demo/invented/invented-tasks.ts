import { addDays } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import { addTask, settleTask } from "#app/tasks/index.server.ts";
import type { StaffContexts } from "../fill-people.ts";
import { done } from "../filled.ts";

/** What is to be done for a bid: a task that is late, one that is due soon, one of finance, and one that is done. */
export async function inventTasks(
  { officer, manager, finance }: StaffContexts,
  bidId: number,
): Promise<void> {
  const people = [officer, manager, finance].map(person);
  const holder = { record: { bidId }, mayWrite: true, people };
  const add = async (what: string, who: Context, days: number) => {
    const dueOn = addDays(officer.today, days);
    return done(await addTask(officer, holder, { what, assigneeId: person(who).id, dueOn }));
  };
  await add("Ask the shops what the guardians changed for them", officer, -3);
  await add("Write the evaluation plan", officer, 5);
  await add("Check the costs of the second year", finance, 9);
  const { id } = await add("Confirm the match with the council", manager, -10);
  const settled = {
    version: 1,
    outcome: "done" as const,
    settledOn: addDays(officer.today, -12),
    note: null,
  };
  done(await settleTask(manager, { ...holder, personId: person(manager).id }, id, settled));
}

function person({ actor }: Context): { id: number; name: string } {
  if (actor.kind !== "person") throw new Error("Not a person");
  return actor;
}
