import { listDuties } from "#app/awards/index.server.ts";
import { listBidDeadlines, listOpenClarifications } from "#app/bids/index.server.ts";
import { listClaimsDue } from "#app/claims/index.server.ts";
import { addDays, precisionOf } from "#app/core/calendar-date.ts";
import { listFunderDates, listRounds } from "#app/funds/index.server.ts";
import { roundTitle } from "#app/funds/index.ts";
import { type Context, may } from "#app/platform/context.server.ts";
import { listOpenTasks } from "#app/tasks/index.server.ts";
import type { Deadline } from "./deadline.ts";

/** What one domain knows to be due, of what the actor may read. A date of any precision; days and times are kept. */
type DeadlineSource = (context: Context) => Promise<Deadline[]>;

const ofRounds: DeadlineSource = async (context) => {
  if (!may(context.actor, "reference.read")) return [];
  const rounds = await listRounds(context);
  const funderDates = await listFunderDates(context);
  return rounds.flatMap((round) => {
    const dates = funderDates.get(round.id);
    if (!dates || dates.withdrawnOn !== null) return [];
    const due = (name: string, words: string, at: string | null): Deadline[] =>
      at === null
        ? []
        : [
            {
              key: `round-${round.id}-${name}`,
              at,
              title: `${words}: ${roundTitle(round)}`,
              path: `/rounds/${round.id}`,
            },
          ];
    return [
      ...due("interest", "Expression of interest due", dates.expressionOfInterestBy),
      ...due("clarifies", "Clarification ends", dates.clarificationTo),
      ...due("closes", "Round closes", round.closesAt),
      ...due("decides", "Decision expected", round.decisionExpected),
    ];
  });
};

const ofBids: DeadlineSource = async (context) => {
  if (!may(context.actor, "register.read")) return [];
  const deadlines = await listBidDeadlines(context);
  return deadlines.map(({ bidId, reference, title, kind, at }) => ({
    key: `bid-${bidId}-${kind}`,
    at,
    title: `${kind === "submit" ? "Submit the bid" : "Decision expected"}: ${reference} ${title}`,
    path: `/bids/${bidId}`,
  }));
};

/** So many questions are open at once nowhere; those due first count. */
const CLARIFICATIONS_AT_MOST = 500;

const ofClarifications: DeadlineSource = async (context) => {
  if (!may(context.actor, "register.read")) return [];
  const open = await listOpenClarifications(context, CLARIFICATIONS_AT_MOST);
  return open.flatMap(({ id, bidId, reference, title, dueOn }) =>
    dueOn === null
      ? []
      : [
          {
            key: `clarification-${id}`,
            at: dueOn,
            title: `Answer the funder: ${reference} ${title}`,
            path: `/bids/${bidId}`,
          },
        ],
  );
};

/** What awards owe their funders within a year, and what is overdue. */
const ofAwards: DeadlineSource = async (context) => {
  if (!may(context.actor, "register.read")) return [];
  const until = addDays(context.today, 366);
  const duties = [...(await listDuties(context, until)), ...(await listClaimsDue(context, until))];
  return duties.map(({ kind, id, awardId, reference, title, what, dueOn }) => ({
    key: `award-${kind}-${id}`,
    at: dueOn,
    title: `${what}: ${reference} ${title}`,
    path: `/awards/${awardId}`,
  }));
};

/** So many tasks nobody has; those due first count. */
const TASKS_AT_MOST = 500;

/** The actor's own tasks that are open. */
const ofTasks: DeadlineSource = async (context) => {
  if (!may(context.actor, "register.read")) return [];
  const { tasks } = await listOpenTasks(context, { whose: "mine", limit: TASKS_AT_MOST });
  return tasks.map(({ id, what, dueOn, href, caption }) => ({
    key: `task-${id}`,
    at: dueOn,
    title: `${what}: ${caption}`,
    path: href,
  }));
};

/** Whoever knows of other deadlines adds a line here. */
const DEADLINE_SOURCES: readonly DeadlineSource[] = [ofRounds, ofBids, ofClarifications, ofAwards, ofTasks];

/** What was due so many days ago or more is in no calendar any more: three months. */
const RECENT_DAYS = 92;

/**
 * All that is due to the actor on a known day, the earliest first, and what was due in the last three months; what is
 * known to the month alone is left out.
 */
export async function listDeadlines(context: Context): Promise<Deadline[]> {
  const since = addDays(context.today, -RECENT_DAYS);
  const deadlines: Deadline[] = [];
  for (const source of DEADLINE_SOURCES) deadlines.push(...(await source(context)));
  return deadlines
    .filter(({ at }) => precisionOf(at.slice(0, 10)) === "day" && at >= since)
    .sort((a, b) => a.at.localeCompare(b.at) || a.key.localeCompare(b.key));
}
