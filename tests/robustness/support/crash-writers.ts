import type { Database } from "#db/open.server.ts";
import type { ServerProcess } from "./server-process.ts";
import * as work from "./work.ts";

/** What was acknowledged: it must be there whatever happens. */
export type Acknowledged = {
  writes: number;
  bids: Map<number, { title: string; submitted: boolean }>;
  awards: Map<number, { bidId: number; sealed: boolean }>;
};

/** One joint bid on its way to a sealed split; it waits where it is while the server is down. */
type Journey = { title: string; bidId?: number; awardId?: number; at: number; form?: work.FormToSend };

/** Writers that keep their place, and their form, over crashes: what was not answered is sent again, key and all. */
export function makeWriters(count: number, workplace: work.Workplace, reading: Database) {
  const acknowledged: Acknowledged = { writes: 0, bids: new Map(), awards: new Map() };
  const refusals: string[] = [];
  let made = 0;
  const next = (): Journey => {
    made += 1;
    return { title: `Crash ${made}`, at: 0 };
  };
  const journeys = Array.from({ length: count }, next);

  /** Sends forms until `until` says so or the server is gone. */
  async function run(server: ServerProcess, until: () => boolean): Promise<void> {
    await Promise.all(journeys.map((_, writer) => runOne(server, writer, until)));
  }

  async function runOne(server: ServerProcess, writer: number, until: () => boolean): Promise<void> {
    while (!until()) {
      const journey = journeys[writer] as Journey;
      journey.form ??= await formOf(journey);
      let answer: { status: number; location: string };
      try {
        const response = await server.post(journey.form.path, journey.form.fields, workplace.cookie);
        await response.arrayBuffer();
        answer = { status: response.status, location: response.headers.get("location") ?? "" };
      } catch {
        return;
      }
      if (answer.status !== 303) {
        refusals.push(`${journey.form.path} answered ${answer.status}`);
        journeys[writer] = next();
        continue;
      }
      note(journey, answer.location);
      if (journey.at === STEPS) journeys[writer] = next();
    }
  }

  async function formOf(journey: Journey): Promise<work.FormToSend> {
    await lookUp(journey);
    const { bidId = 0, awardId = 0 } = journey;
    switch (journey.at) {
      case 0:
        return work.bidForm(workplace, journey.title);
      case 1:
        return work.submitForm(bidId);
      case 2:
        return work.decisionForm(bidId);
      case 3:
        return work.splitForm(awardId);
      case 4:
        return work.linesForm(awardId, workplace, await draftVersion(reading, awardId));
      default:
        return work.sealForm(awardId, await draftVersion(reading, awardId));
    }
  }

  /** A repeat of what had been accepted before the crash leads back to the form's own page, without a number. */
  function note(journey: Journey, location: string): void {
    acknowledged.writes += 1;
    const id = Number(/^\/(?:bids|awards)\/(\d+)/.exec(location)?.[1]);
    if (journey.at === 0) journey.bidId = id || undefined;
    if (journey.at === 2) journey.awardId = location.startsWith("/awards/") ? id : undefined;
    journey.at += 1;
    journey.form = undefined;
    if (journey.bidId !== undefined) {
      acknowledged.bids.set(journey.bidId, { title: journey.title, submitted: journey.at > 1 });
    }
    if (journey.awardId !== undefined) {
      acknowledged.awards.set(journey.awardId, { bidId: journey.bidId ?? 0, sealed: journey.at === STEPS });
    }
  }

  /** Numbers of records that were made when nobody could be told of them any more. */
  async function lookUp(journey: Journey): Promise<void> {
    if (journey.at > 0) journey.bidId ??= await idOf(reading, "bid", journey.title);
    if (journey.at > 2) journey.awardId ??= await idOf(reading, "award", journey.title);
  }

  return { acknowledged, refusals, run };
}

const STEPS = 6;

async function draftVersion({ read }: Database, awardId: number): Promise<number> {
  const row = await read
    .selectFrom("award_draft")
    .select("version")
    .where("award_id", "=", awardId)
    .executeTakeFirst();
  return row?.version ?? 0;
}

async function idOf({ read }: Database, table: "bid" | "award", title: string): Promise<number> {
  const row = await read.selectFrom(table).select("id").where("title", "=", title).executeTakeFirstOrThrow();
  return row.id;
}
