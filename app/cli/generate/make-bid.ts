import { bidReference } from "#app/bids/index.ts";
import type { BidStatus } from "#db/tables/bids.ts";
import type { Batch } from "./batch.ts";
import { dayNear } from "./calendar.ts";
import { makeAward } from "./make-award.ts";
import { makeContent } from "./make-content.ts";
import { makeStory } from "./make-story.ts";
import { makeTasks } from "./make-tasks.ts";
import { localOf } from "./people.ts";
import type { Partnership } from "./reference.ts";
import type { Register } from "./register.ts";
import { purposeOf, titleOf } from "./words.ts";

/** How much of the ten years has to pass before a bid can still be waiting for its decision. */
const RECENT = 0.94;

const DECIDED = [
  ["unsuccessful", 78],
  ["withdrawn", 14],
  ["reserve", 8],
] as const;
const WAITING = [
  ["submitted", 60],
  ["clarification_requested", 8],
  ["awaiting_sign_off", 7],
  ["draft", 25],
] as const;

/** A bid as the records of a made-up register point to it. */
export type MadeBid = {
  id: number;
  title: string;
  at: string;
  roundId: number;
  fundId: number;
  funderId: number;
  /** The lead first. */
  partnerships: Partnership[];
  requestedPence: number;
};

/**
 * Makes up the next bid of a register, with its award where it has one.
 * @param part how much of the ten years has passed, from 0 to 1. @param at the instant at which it was recorded.
 */
export function makeBid(register: Register, batch: Batch, part: number, at: string): void {
  const { random, next } = register;
  const partnerships = random.pickSome(
    register.partnerships,
    random.weighted([
      [1, 60],
      [2, 22],
      [3, 11],
      [4, 7],
    ]),
  );
  const [lead] = partnerships as [Partnership];
  const round = roundFor(register, at);
  const status = statusOf(register, part);
  const id = next("bid");
  const requestedPence = amount(register);
  const title = titleOf(random, lead.place);
  const decided = !WAITING.some(([waiting]) => waiting === status);
  const reference = bidReference(id);
  const unknown = random.chance(0.02);
  batch.rows.bid.push({
    id,
    reference,
    title,
    status,
    round_id: round.id,
    recorded_by_partnership_id: lead.id,
    accountable_body_id: lead.organisationId,
    purpose: purposeOf(random),
    requested_pence: unknown ? null : requestedPence,
    requested_basis: unknown ? "not_recorded" : random.chance(0.05) ? "approximate" : "exact",
    expected_decision: dayNear(at, random.whole(-20, 60)),
    lead_officer: "Community safety officer",
    created_at: at,
    submitted_on:
      status === "draft" || status === "awaiting_sign_off" ? null : dayNear(at, -random.whole(60, 120)),
    decided_on: decided && status !== "withdrawn" ? dayNear(at, -random.whole(0, 30)) : null,
  });
  for (const [index, { id: partnership_id }] of partnerships.entries()) {
    batch.rows.bid_partnership.push({ bid_id: id, partnership_id, part: index === 0 ? "lead" : "partner" });
  }
  if (register.hasPeople) {
    const assigneeId = localOf(lead.id);
    batch.rows.bid_team.push({ bid_id: id, person_id: assigneeId, part: "owner" });
    makeTasks(batch, { id, at, assigneeId, decided });
  }
  for (const priority of random.pickSome(
    lead.priorities,
    random.weighted([
      [1, 50],
      [2, 35],
      [3, 15],
    ]),
  )) {
    batch.rows.bid_priority.push({ bid_id: id, priority_id: priority.id });
  }
  batch.rows.bid_event.push({
    bid_id: id,
    at,
    happened_on: decided ? at.slice(0, 10) : null,
    action: decided ? "record_past" : "create",
    to_status: status,
  });
  batch.actions.push({
    at,
    action: "generate bid",
    recordType: "bid",
    recordId: id,
    after: { reference, title, status, roundId: round.id, requestedPence: unknown ? null : requestedPence },
  });
  const made = { id, status, at, requestedPence, partnerships };
  makeContent(batch, made);
  makeStory(register, batch, made);
  if (status !== "awarded" && status !== "part_awarded") return;
  const { fundId, funderId } = round;
  makeAward(register, batch, {
    id,
    title,
    at,
    roundId: round.id,
    fundId,
    funderId,
    partnerships,
    requestedPence,
  });
}

function statusOf({ random }: Register, part: number): BidStatus {
  if (random.chance(0.45)) return random.chance(0.15) ? "part_awarded" : "awarded";
  return random.weighted<BidStatus>(part > RECENT ? WAITING : DECIDED);
}

/** One of the rounds that closed two to nine months before. */
function roundFor({ random, rounds }: Register, at: string) {
  const [from, to] = [dayNear(at, -280), dayNear(at, -50)];
  const open = rounds.filter(({ closesOn }) => closesOn > from && closesOn < to);
  return random.pick(open);
}

/** Most ask for tens of thousands of pounds, a few for a million; some to the penny. */
function amount({ random }: Register): number {
  const pounds = Math.round(Math.exp(random.fraction() * 5.5) * 4) * 1_000;
  return pounds * 100 + (random.chance(0.1) ? random.whole(1, 99_999) : 0);
}
