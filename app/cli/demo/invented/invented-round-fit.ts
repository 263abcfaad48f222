import { addDays } from "#app/core/calendar-date.ts";
import { changeTerms, decideNotToBid } from "#app/funds/index.server.ts";
import type { StaffContexts } from "../fill-people.ts";
import { readThemes } from "../fill-priorities.ts";
import { auditFilled, done, idOf } from "../filled.ts";
import type { InventedRounds } from "./invented-rounds.ts";
import { NO_TERMS } from "./invented-rule-breakers.ts";
import type { InventedWork } from "./invented-work.ts";

/** That the second partnership did not bid to a round that has closed, and why. */
export async function inventNotBidding(
  { manager }: StaffContexts,
  rounds: InventedRounds,
  partnershipId: number,
): Promise<void> {
  const decidedOn = addDays(manager.today, -130);
  const reason =
    "The match could not be found in time, and Anytown’s bid serves the young people of both towns.";
  done(await decideNotToBid(manager, rounds.closed, { partnershipId, decidedOn, reason }));
}

/** What two open rounds are for, and two projects under the priority areas that may fit them. */
export async function inventRoundFit(
  { manager }: StaffContexts,
  rounds: InventedRounds,
  { priorities, projects }: InventedWork,
): Promise<void> {
  const themes = await readThemes(manager.db.read);
  const isFor = async (roundId: number, ...codes: string[]) => {
    const themeIds = codes.map((code) => idOf(themes, code));
    done(await changeTerms(manager, roundId, 1, { ...NO_TERMS, capitalSharePercent: null, themeIds }));
  };
  await isFor(rounds.closingSoon, "asb", "burglary");
  await isFor(rounds.open, "serious_violence");
  const links = [
    { priority_id: priorities.homes, project_id: projects.doorstep },
    { priority_id: priorities.youth, project_id: projects.youth },
  ];
  await manager.db.write(async (trx) => {
    await trx.insertInto("priority_project").values(links).execute();
    for (const link of links) await auditFilled(trx, manager, "priority", link.priority_id, link);
  });
}
