import type { BidStatus } from "#app/bids/bid.status.ts";
import { addDays } from "#app/core/calendar-date.ts";
import type { Database } from "#db/open.server.ts";
import {
  createFund,
  createFunder,
  createPriority,
  createProject,
  createRound,
} from "#tests/factories/register.ts";
import { bidStory } from "./bid-story.ts";

/** A bid of `manyBids` as a plain record, by which a list of them is worked out a second time. */
export type PlainBid = {
  id: number;
  title: string;
  purpose: string | null;
  status: BidStatus;
  roundId: number | null;
  fundId: number | null;
  funderId: number | null;
  closesAt: string | null;
  source: string | null;
  lead: string | null;
  partnershipIds: number[];
  priorityId: number | null;
  projectName: string | null;
  pence: number | null;
  approximate: boolean;
  expected: string | null;
  officer: string | null;
  owner: string | null;
  submittedOn: string | null;
  decidedOn: string | null;
  createdAt: string;
};

const STATUSES: readonly BidStatus[] = [
  "draft",
  "awaiting_sign_off",
  "submitted",
  "clarification_requested",
  "reserve",
  "awarded",
  "part_awarded",
  "unsuccessful",
  "withdrawn",
];
const WORDS = ["lamps", "wardens", "mentors", "doorbells", "kiosks", "taxis", "alleys"];
const TODAY = "2026-11-21";

/**
 * The bids of one story, `count` of them, different in everything that the list is filtered and put in order by.
 * @param mark a word in the title of each, where there are others beside them.
 */
export async function manyBids(db: Database, count: number, mark = "") {
  const story = await bidStory(db);
  const funders = [
    await createFunder(db, `Aspen trust${mark}`),
    await createFunder(db, `Birch office${mark}`),
  ];
  const funds = [
    await createFund(db, funders[0] as number, "Amber fund"),
    await createFund(db, funders[1] as number, "Brick fund"),
    await createFund(db, null, "Copper fund"),
  ];
  const fundFacts = [
    { funder: 0, text: `aspen trust${mark}, amber fund` },
    { funder: 1, text: `birch office${mark}, brick fund` },
    { funder: null, text: "copper fund" },
  ];
  const rounds: { id: number; fund: number; closesAt: string | null; text: string }[] = [];
  for (let index = 0; index < 6; index += 1) {
    const fund = index % 3;
    const id = await createRound(db, funds[fund] as number, `Autumn ${index}`);
    const closesAt = index === 5 ? null : `${addDays(TODAY, index * 9 - 12)}T17:00`;
    await db.write((trx) =>
      trx.updateTable("round").set({ closes_at: closesAt }).where("id", "=", id).execute(),
    );
    rounds.push({ id, fund, closesAt, text: `${fundFacts[fund]?.text}, autumn ${index}` });
  }
  const priorities = [
    await createPriority(db, story.lead, ["asb"]),
    await createPriority(db, story.lead, ["vawg"], "Knife crime at dusk"),
    await createPriority(db, story.partner, ["asb"]),
  ];
  const project = await createProject(db, story.lead, "Moonrise");
  const names = new Map(
    (await db.read.selectFrom("partnership").select(["id", "name"]).execute()).map(({ id, name }) => [
      id,
      name,
    ]),
  );
  const plain: PlainBid[] = [];
  await db.write(async (trx) => {
    for (let n = 0; n < count; n += 1) {
      const round = n % 7 === 0 ? null : (rounds[(n + Math.floor(n / 9)) % 6] as (typeof rounds)[number]);
      const own = round === null ? n % 3 : null;
      const status = STATUSES[n % 9] as BidStatus;
      const hasLead = n % 5 !== 0;
      const joint = n % 4 === 0;
      const pence = n % 8 === 3 ? null : ((n * 7919) % 500) * 1_000;
      const bid = {
        title:
          `${n % 2 === 0 ? "New" : "more"} ${WORDS[n % 7]} ${String((n * 31) % 100).padStart(2, "0")} ${mark}`.trim(),
        purpose: n % 6 === 1 ? "Greyhounds at dusk" : null,
        status,
        round_id: round?.id ?? null,
        fund_id: own === 0 ? (funds[0] as number) : own === 1 ? (funds[2] as number) : null,
        funder_id: own === 1 ? (funders[1] as number) : own === 2 ? (funders[0] as number) : null,
        requested_pence: pence,
        requested_basis:
          pence === null
            ? ("not_recorded" as const)
            : n % 9 === 2
              ? ("approximate" as const)
              : ("exact" as const),
        expected_decision: n % 6 === 0 ? null : n % 6 === 1 ? "2026-12" : addDays(TODAY, (n * 13) % 90),
        lead_officer: n % 3 === 0 ? null : `Officer ${n % 4}_%`,
        submitted_on: n % 9 < 2 ? null : n % 9 === 2 ? "2025-10" : addDays("2025-01-01", (n * 17) % 600),
        decided_on: n % 9 < 5 ? null : n % 9 === 5 ? "FY2025" : addDays("2025-06-01", (n * 11) % 500),
        created_at: `${addDays("2025-02-01", (n * 5) % 600)}T10:00:00.000Z`,
      };
      const { id } = await trx
        .insertInto("bid")
        .values({
          ...bid,
          reference: `B-9${String(n).padStart(5, "0")}${mark}`,
          recorded_by_partnership_id: story.lead,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      const parts = [
        { bid_id: id, partnership_id: story.lead, part: hasLead ? ("lead" as const) : ("partner" as const) },
        ...(joint ? [{ bid_id: id, partnership_id: story.partner, part: "partner" as const }] : []),
      ];
      await trx.insertInto("bid_partnership").values(parts).execute();
      const owner = [story.officer, null, story.manager][n % 3] ?? null;
      if (owner !== null)
        await trx.insertInto("bid_team").values({ bid_id: id, person_id: owner.id, part: "owner" }).execute();
      const priorityId = n % 4 === 3 ? null : joint ? priorities[2] : priorities[n % 2];
      if (priorityId)
        await trx.insertInto("bid_priority").values({ bid_id: id, priority_id: priorityId }).execute();
      if (n % 10 === 4)
        await trx.insertInto("bid_project").values({ bid_id: id, project_id: project }).execute();
      const ownText =
        own === 0
          ? `aspen trust${mark}, amber fund`
          : own === 1
            ? `birch office${mark}, copper fund`
            : `aspen trust${mark}`;
      const fund = round ? fundFacts[round.fund] : null;
      plain.push({
        id,
        title: bid.title,
        purpose: bid.purpose,
        status,
        roundId: bid.round_id,
        fundId: round ? (funds[round.fund] as number) : bid.fund_id,
        funderId: round
          ? (funders[fund?.funder ?? -1] ?? null)
          : own === 0
            ? (funders[0] as number)
            : bid.funder_id,
        closesAt: round?.closesAt ?? null,
        source: round ? round.text : ownText,
        lead: hasLead ? (names.get(story.lead) as string) : null,
        partnershipIds: parts.map(({ partnership_id }) => partnership_id),
        priorityId: priorityId ?? null,
        projectName: n % 10 === 4 ? "Moonrise" : null,
        pence,
        approximate: bid.requested_basis === "approximate",
        expected: bid.expected_decision,
        officer: bid.lead_officer,
        owner: owner?.actor.name ?? null,
        submittedOn: bid.submitted_on,
        decidedOn: bid.decided_on,
        createdAt: bid.created_at,
      });
    }
  });
  return { story, plain, funders, funds, rounds, priorities, statuses: STATUSES };
}
