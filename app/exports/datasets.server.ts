import { NotFoundError } from "#app/platform/errors.ts";
import type { Dataset } from "./dataset.server.ts";
import { audit } from "./datasets/audit.server.ts";
import { awardStatus } from "./datasets/award-status.server.ts";
import { awards } from "./datasets/awards.server.ts";
import { between } from "./datasets/between.server.ts";
import { bids } from "./datasets/bids.server.ts";
import { breaks } from "./datasets/breaks.server.ts";
import { calendar } from "./datasets/calendar.server.ts";
import { changes } from "./datasets/changes.server.ts";
import { claims } from "./datasets/claims.server.ts";
import { comparison } from "./datasets/comparison.server.ts";
import { figureLines } from "./datasets/figure-lines.server.ts";
import { funders, funds } from "./datasets/funders.server.ts";
import { fundingSecured } from "./datasets/funding-secured.server.ts";
import { indicators } from "./datasets/indicators.server.ts";
import { lessons } from "./datasets/lessons.server.ts";
import { lines } from "./datasets/lines.server.ts";
import { notBid } from "./datasets/not-bid.server.ts";
import { outcomes } from "./datasets/outcomes.server.ts";
import { outcomesMoney } from "./datasets/outcomes-money.server.ts";
import { members, partnerships } from "./datasets/partnerships.server.ts";
import { people } from "./datasets/people.server.ts";
import { pipeline } from "./datasets/pipeline.server.ts";
import { priorities } from "./datasets/priorities.server.ts";
import { projects } from "./datasets/projects.server.ts";
import { published } from "./datasets/published.server.ts";
import { reconciliation } from "./datasets/reconciliation.server.ts";
import { reconciliations } from "./datasets/reconciliations.server.ts";
import { rounds } from "./datasets/rounds.server.ts";
import { sinceLastVisit } from "./datasets/since-last-visit.server.ts";
import { discrepancies, sources } from "./datasets/sources.server.ts";
import { spend } from "./datasets/spend.server.ts";
import { standing } from "./datasets/standing.server.ts";
import { success } from "./datasets/success.server.ts";
import { tasks } from "./datasets/tasks.server.ts";
import { threeSixtyGiving } from "./datasets/three-sixty-giving.server.ts";
import { commissionerGrants, onwardGrants } from "./datasets/transparency.server.ts";
import { useItOrLoseIt } from "./datasets/use-it-or-lose-it.server.ts";
import { waiting } from "./datasets/waiting.server.ts";
import { yearAhead } from "./datasets/year-ahead.server.ts";

/** In the order in which the page of exports shows them, under its headings. */
export const DATASET_GROUPS: readonly { heading: string; datasets: readonly Dataset[] }[] = [
  { heading: "Bids and awards", datasets: [bids, awards, lines, claims, spend, projects] },
  {
    heading: "Where things stand",
    datasets: [
      standing,
      awardStatus,
      waiting,
      yearAhead,
      between,
      useItOrLoseIt,
      tasks,
      calendar,
      sinceLastVisit,
    ],
  },
  { heading: "Rounds and the pipeline", datasets: [rounds, notBid, lessons, pipeline] },
  {
    heading: "Reports",
    datasets: [
      fundingSecured,
      figureLines,
      comparison,
      changes,
      success,
      outcomesMoney,
      published,
      reconciliations,
      reconciliation,
    ],
  },
  { heading: "Outcomes", datasets: [outcomes, indicators, breaks] },
  { heading: "To be published", datasets: [threeSixtyGiving, onwardGrants, commissionerGrants] },
  {
    heading: "Reference data",
    datasets: [partnerships, members, priorities, funders, funds, sources, discrepancies],
  },
  { heading: "People and the audit log", datasets: [people, audit] },
];

const DATASETS = DATASET_GROUPS.flatMap(({ datasets }) => datasets);

/** What is exported under that name. @throws NotFoundError where nothing is. */
export function getDataset(name: string | undefined): Dataset {
  const dataset = DATASETS.find((each) => each.name === name);
  if (!dataset) throw new NotFoundError(`Nothing is exported as ${name}`);
  return dataset;
}
