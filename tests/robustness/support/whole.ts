import type { Database } from "#db/open.server.ts";
import type { Acknowledged } from "./crash-writers.ts";

/** What was acknowledged and is not there; empty where nothing is lost. */
export async function findLost({ read }: Database, { bids, awards }: Acknowledged): Promise<string[]> {
  const kept = new Map((await read.selectFrom("bid").select(["id", "title", "status"]).execute()).map(byId));
  const keptAwards = new Map((await read.selectFrom("award").select(["id", "bid_id"]).execute()).map(byId));
  const splits = await read
    .selectFrom("award_version")
    .select("award_id")
    .where("kind", "=", "apportionment")
    .where("sealed_at", "is not", null)
    .execute();
  const split = new Set(splits.map((row) => row.award_id));
  const lost: string[] = [];
  for (const [id, { title, submitted }] of bids) {
    const row = kept.get(id);
    if (row?.title !== title) lost.push(`bid ${id} (${title})`);
    else if (submitted && row.status === "draft") lost.push(`that bid ${id} was submitted`);
  }
  for (const [id, { bidId, sealed }] of awards) {
    if (keptAwards.get(id)?.bid_id !== bidId) lost.push(`award ${id} of bid ${bidId}`);
    if (sealed && !split.has(id)) lost.push(`the split of award ${id}`);
  }
  return lost;
}

/** What was written by half, and what was written twice, acknowledged or not; empty where all is whole. */
export async function findHalves({ read }: Database): Promise<string[]> {
  const halves: string[] = [];
  const bids = await read.selectFrom("bid").select(["id", "title", "status"]).execute();
  const bidPartners = countBy(await read.selectFrom("bid_partnership").select("bid_id as of").execute());
  const awards = await read.selectFrom("award").select(["id", "bid_id"]).execute();
  const awardPartners = countBy(
    await read.selectFrom("award_partnership").select("award_id as of").execute(),
  );
  const versions = await read.selectFrom("award_version").select(["award_id as of", "sealed_at"]).execute();
  const sealed = countBy(versions.filter((version) => version.sealed_at !== null));
  const awardOf = countBy(awards.map((award) => ({ of: award.bid_id ?? 0 })));
  const audited = await read
    .selectFrom("audit_entry")
    .select(["record_type", "record_id"])
    .where("record_type", "in", ["bid", "award"])
    .execute();
  const inAudit = new Set(audited.map((entry) => `${entry.record_type} ${entry.record_id}`));
  for (const { id, status } of bids) {
    if (bidPartners.get(id) !== 2) halves.push(`bid ${id} without its partnerships`);
    if (!inAudit.has(`bid ${id}`)) halves.push(`bid ${id} without its audit entry`);
    if ((awardOf.get(id) ?? 0) !== (status === "awarded" ? 1 : 0))
      halves.push(`bid ${id}, ${status}, and its award`);
  }
  for (const { id } of awards) {
    if (awardPartners.get(id) !== 2) halves.push(`award ${id} without its partnerships`);
    if (!sealed.has(id)) halves.push(`award ${id} without a sealed version`);
    if (!inAudit.has(`award ${id}`)) halves.push(`award ${id} without its audit entry`);
  }
  if (versions.some((version) => version.sealed_at === null)) halves.push("a version that is not sealed");
  if (new Set(bids.map((bid) => bid.title)).size !== bids.length) halves.push("a bid twice");
  return halves;
}

function byId<Row extends { id: number }>(row: Row): [number, Row] {
  return [row.id, row];
}

function countBy(rows: readonly { of: number }[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { of } of rows) counts.set(of, (counts.get(of) ?? 0) + 1);
  return counts;
}
