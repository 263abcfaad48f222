import type { VersionInput } from "#app/awards/index.server.ts";
import type { Batch } from "./batch.ts";
import { dayNear } from "./calendar.ts";
import { planLater } from "./later-versions.ts";
import { firstYearOf, type Lines, putInside, splitLines, wholeLine } from "./lines.ts";
import { deliveryOf, makeAgreements, makeExtension, makeLabels, signingDay } from "./make-agreements.ts";
import type { MadeBid } from "./make-bid.ts";
import { makeClaims } from "./make-claims.ts";
import { closeAward, closingDay } from "./make-closure.ts";
import { makeDuties } from "./make-duties.ts";
import { hasOnwardGrants, makeOnwardGrants } from "./make-onward.ts";
import { makeForecast } from "./make-schedule.ts";
import { makeOutcomes, makeProject } from "./make-work.ts";
import type { Partnership } from "./reference.ts";
import type { Register } from "./register.ts";
import { sealInBatch } from "./seal-in-batch.ts";

const KEPT_OUTERS = 60;
/** The most that an award of a made-up register has of each. */
const MOST_PARTNERSHIPS = 4;
const MOST_YEARS = 3;

/** Makes up the award of a bid: its first version, what it pays for, and perhaps a version to come. */
export function makeAward(register: Register, batch: Batch, bid: MadeBid): void {
  const { random, next } = register;
  const { partnerships, at } = bid;
  const [lead] = partnerships as [Partnership];
  const id = next("award");
  const effectiveOn = dayNear(at, -random.whole(0, 40));
  const projectId = makeProject(register, batch, lead, bid);
  batch.rows.bid_project.push({ bid_id: bid.id, project_id: projectId });
  const isSettled = makeDuties(batch, id, { at, effectiveOn });

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
  const delivery = deliveryOf(effectiveOn, split.firstYear, whole ? 1 : split.years);
  addAward(batch, id, bid, { from: delivery.from, to: makeExtension(batch, id, delivery.to) });
  sealInBatch(register, batch, { at, number: 1, input, themeIds: made.themeIds });
  const isFull = !whole && partnerships.length === MOST_PARTNERSHIPS && split.years === MOST_YEARS;
  makeOutcomes(register, batch, lead, { projectId, at, isFull });
  const later =
    !outer && !notRecorded && amountPence !== null && planLater(register, { id, input, split, whole });
  if (amountPence !== null && hasOnwardGrants(id))
    makeOnwardGrants(register, batch, { id, amountPence, agreedOn: effectiveOn, at });
  const closedOn = isSettled && !later && !whole ? closingDay(id, split.firstYear + split.years - 1) : null;
  const { claims, unspentPence } = makeClaims(register, batch, {
    award: input,
    at,
    firstYear: split.firstYear,
    signedOn: signingDay(input),
    isClosing: closedOn !== null,
    isFull,
  });
  makeAgreements(batch, {
    award: input,
    at,
    firstYear: split.firstYear,
    years: whole ? 1 : split.years,
    isUnclaimed: claims === 0,
    neverMoved: !later,
  });
  makeLabels(batch, id, at);
  makeForecast(batch, input, at);
  if (closedOn !== null) closeAward(batch, id, closedOn, unspentPence);
  if (!outer && amountPence !== null && !later && !whole && input.amountBasis === "exact")
    keepAsOuter(register, id, made);
}

function addAward(
  { rows }: Batch,
  id: number,
  { id: bidId, title, at, roundId, partnerships }: MadeBid,
  delivery: { from: string; to: string },
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
    delivery_from: delivery.from,
    delivery_to: delivery.to,
    created_at: at,
  });
  for (const [index, { id: partnership_id }] of partnerships.entries()) {
    rows.award_partnership.push({ award_id: id, partnership_id, part: index === 0 ? "lead" : "partner" });
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
