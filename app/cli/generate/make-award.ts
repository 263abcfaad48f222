import type { VersionInput } from "#app/awards/index.server.ts";
import type { Batch } from "./batch.ts";
import { dayNear } from "./calendar.ts";
import { planLater } from "./later-versions.ts";
import { firstYearOf, type Lines, putInside, splitLines, wholeLine } from "./lines.ts";
import type { MadeBid } from "./make-bid.ts";
import { makeClaims } from "./make-claims.ts";
import { makeDuties } from "./make-duties.ts";
import { makeOutcomes, makeProject } from "./make-work.ts";
import type { Partnership } from "./reference.ts";
import type { Register } from "./register.ts";
import { sealInBatch } from "./seal-in-batch.ts";

const KEPT_OUTERS = 60;
/** One award in so many has onward grants. */
const EVERY_SO_MANY = 12;

/** Makes up the award of a bid: its first version, what it pays for, and perhaps a version to come. */
export function makeAward(register: Register, batch: Batch, bid: MadeBid): void {
  const { random, next } = register;
  const { partnerships, at } = bid;
  const [lead] = partnerships as [Partnership];
  const id = next("award");
  const effectiveOn = dayNear(at, -random.whole(0, 40));
  const projectId = makeProject(register, batch, lead, bid);
  batch.rows.bid_project.push({ bid_id: bid.id, project_id: projectId });
  addAward(batch, id, bid);
  makeDuties(batch, id, { at, effectiveOn });

  const notRecorded = random.chance(0.02);
  const amountPence = notRecorded ? null : awarded(register, bid.requestedPence);
  const split = {
    partnerships,
    firstYear: firstYearOf(random, effectiveOn),
    years: random.weighted([
      [1, 45],
      [2, 33],
      [3, 22],
    ]),
    priorities: random.weighted([
      [1, 50],
      [2, 33],
      [3, 17],
    ]),
    projectId,
    stream: random.weighted([
      ["revenue" as const, 75],
      ["capital" as const, 15],
      [null, 10],
    ]),
  };
  const whole = amountPence === null || random.chance(0.25);
  const made = whole ? wholeLine(amountPence, partnerships) : splitLines(random, amountPence, split);
  const outer = !whole && random.chance(0.02) ? outerFor(register, partnerships) : undefined;
  const input: VersionInput = {
    awardId: id,
    kind: "original",
    effectiveOn,
    effectiveBasis: "day",
    decidedOn: effectiveOn,
    reason: "The funder's decision",
    decisionReference: `D-${id}`,
    amountPence,
    amountBasis: notRecorded ? "not_recorded" : random.chance(0.05) ? "approximate" : "exact",
    funderId: bid.funderId,
    fundId: bid.fundId,
    lines: outer ? putInside(random, made, outer) : made.lines,
    mayInclude: [],
    sourceDocumentId: null,
    sourceParagraph: null,
  };
  sealInBatch(register, batch, { at, number: 1, input, themeIds: made.themeIds });
  makeOutcomes(register, batch, lead, projectId, at);
  if (amountPence !== null && id % EVERY_SO_MANY === 0)
    addOnwardGrants(batch, id, { amountPence, agreedOn: effectiveOn, at });
  makeClaims(register, batch, { award: input, at, firstYear: split.firstYear });
  if (outer || notRecorded || amountPence === null) return;
  const later = planLater(register, { id, input, split, whole });
  if (!later && !whole && input.amountBasis === "exact") keepAsOuter(register, id, made);
}

function addAward(
  { rows }: Batch,
  id: number,
  { id: bidId, title, at, roundId, partnerships }: MadeBid,
): void {
  const [lead] = partnerships as [Partnership];
  rows.award.push({
    id,
    reference: `A-${String(id).padStart(6, "0")}`,
    title,
    bid_id: bidId,
    round_id: roundId,
    recorded_by_partnership_id: lead.id,
    accountable_body_id: lead.organisationId,
    created_at: at,
  });
  for (const [index, { id: partnership_id }] of partnerships.entries()) {
    rows.award_partnership.push({ award_id: id, partnership_id, part: index === 0 ? "lead" : "partner" });
  }
}

/** Passes a quarter of an award on to two delivery organisations. */
function addOnwardGrants(
  { rows }: Batch,
  awardId: number,
  { amountPence, agreedOn, at }: { amountPence: number; agreedOn: string; at: string },
): void {
  for (const number of [1, 2]) {
    rows.onward_grant.push({
      award_id: awardId,
      number,
      recipient: `Delivery organisation ${awardId}-${number}`,
      purpose: "Delivery of the project",
      agreed_on: agreedOn,
      amount_pence: Math.max(1, Math.floor(amountPence / 8)),
      recorded_at: at,
    });
  }
}

function awarded({ random }: Register, requestedPence: number): number {
  return random.chance(0.85) ? requestedPence : Math.round(requestedPence * (0.4 + random.fraction() / 2));
}

/** Kept only once its batch has been written, so that whoever is paid out of it finds it sealed. */
function keepAsOuter({ outers, batchNumber }: Register, id: number, { lines }: Lines): void {
  outers.push({ id, lines, batchNumber });
  if (outers.length > KEPT_OUTERS) outers.shift();
}

/** An award of other partnerships, written already, to be paid out of. */
function outerFor({ random, outers, batchNumber }: Register, partnerships: readonly Partnership[]) {
  const ids = new Set<number | null>(partnerships.map(({ id }) => id));
  const open = outers.filter(
    (outer) =>
      outer.batchNumber < batchNumber && !outer.lines.some(({ partnershipId }) => ids.has(partnershipId)),
  );
  return open.length > 0 ? random.pick(open) : undefined;
}
