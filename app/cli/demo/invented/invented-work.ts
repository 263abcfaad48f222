import { financialYearOf } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import { addContribution, addProject } from "#app/projects/index.server.ts";
import { readThemes } from "../fill-priorities.ts";
import { auditFilled, done, idOf } from "../filled.ts";

export type InventedWork = Awaited<ReturnType<typeof inventWork>>;

/** Adds what the invented partnership wants and does: its priorities and its projects. @returns their ids. */
export async function inventWork(officer: Context, partnershipId: number) {
  const priority = (title: string, ...themes: string[]) => addPriority(officer, partnershipId, title, themes);
  const project = (name: string, ...strands: string[]) => addOne(officer, partnershipId, name, strands);
  const work = {
    priorities: {
      asb: await priority("Reduce anti-social behaviour in the town centre", "asb"),
      nights: await priority("Safer nights out for women and girls", "vawg"),
      homes: await priority("Prevent burglary and vehicle crime", "burglary", "vehicle_crime"),
      youth: await priority("Keep young people away from violence", "serious_violence"),
    },
    projects: {
      guardians: await project("Town centre guardians", "Patrols on market days", "Radios for shops"),
      nights: await project("Safer nights", "Taxi marshals", "Training for bar staff"),
      doorstep: await project("Doorstep"),
      youth: await project("Youth outreach"),
    },
  };
  await inventContributions(officer, work.projects.guardians);
  return work;
}

/** What the invented partnership and its council give of their own: from the reserve, and staff time. */
async function inventContributions(officer: Context, projectId: number): Promise<void> {
  const financialYear = financialYearOf(officer.today);
  const reserve = {
    contributor: "Reserve of the partnership (invented)",
    kind: "cash" as const,
    description: "Radios for three shops",
    amountPence: 2_000_00,
  };
  const time = {
    contributor: "Anytown Borough Council (invented)",
    kind: "in_kind" as const,
    description: "A day a week of a community safety officer",
    amountPence: null,
  };
  done(await addContribution(officer, projectId, { ...reserve, financialYear }));
  done(await addContribution(officer, projectId, { ...time, financialYear }));
}

async function addPriority(context: Context, partnershipId: number, title: string, codes: string[]) {
  const themes = await readThemes(context.db.read);
  const year = financialYearOf(context.today);
  return context.db.write(async (trx) => {
    const row = {
      partnership_id: partnershipId,
      title,
      kind: "priority" as const,
      valid_from: `FY${year - 1}`,
      valid_to: `FY${year + 1}`,
    };
    const { id } = await trx.insertInto("priority").values(row).returning("id").executeTakeFirstOrThrow();
    const links = codes.map((code) => ({ priority_id: id, theme_id: idOf(themes, code) }));
    await trx.insertInto("priority_theme").values(links).execute();
    await auditFilled(trx, context, "priority", id, { ...row, themes: codes });
    return id;
  });
}

async function addOne(context: Context, partnershipId: number, name: string, strands: string[]) {
  const nothing = { description: null, startsOn: null, endsOn: null, statusNote: null };
  const parts = { status: "going_on" as const, partners: [], places: [], partnershipIds: [] };
  return done(await addProject(context, { ...nothing, ...parts, partnershipId, name, strands })).projectId;
}
