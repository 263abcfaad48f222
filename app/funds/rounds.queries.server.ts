import { sql } from "kysely";
import { addDays } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { byName, named } from "./funders.queries.server.ts";
import { type Round, roundTitle } from "./funds.ts";
import { roundState, ukLocalTime } from "./round.rules.ts";

function selectRounds(context: Context) {
  return context.db.read
    .selectFrom("round")
    .innerJoin("fund", "fund.id", "round.fund_id")
    .leftJoin("funder", "funder.id", "fund.funder_id")
    .selectAll("round")
    .select(["fund.name as fund_name", "fund.funder_id", "funder.name as funder_name"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRounds>["execute"]>>[number];

function toRound(row: Row): Round {
  return {
    id: row.id,
    name: row.name,
    fund: { id: row.fund_id, name: row.fund_name },
    funder: named(row.funder_id, row.funder_name),
    opensOn: row.opens_on,
    closesAt: row.closes_at,
    withdrawnOn: row.withdrawn_on,
    decisionExpected: row.decision_expected,
    deliveryFrom: row.delivery_from,
    deliveryTo: row.delivery_to,
    potPence: row.pot_pence,
    capPence: row.cap_pence,
    matchBasisPoints: row.match_basis_points,
    matchNote: row.match_note,
    whoMayLead: row.who_may_lead,
    bidsPerArea: row.bids_per_area,
    kind: row.kind,
    guidanceUrl: row.guidance_url,
    note: row.note,
    sourceDocumentId: row.source_document_id,
    sourceParagraph: row.source_paragraph,
    version: row.version,
  };
}

/** Every round, by the name of its fund and its own. */
export async function listRounds(context: Context, filter: { fundId?: number } = {}): Promise<Round[]> {
  let query = selectRounds(context);
  if (filter.fundId !== undefined) query = query.where("round.fund_id", "=", filter.fundId);
  const rows = await query.execute();
  return rows.map(toRound).sort((a, b) => byName(a.fund, b.fund) || byName(a, b) || a.id - b.id);
}

const RECENT_DAYS = 3 * 365;

/**
 * The titles of rounds as `roundTitle` says them, in the order of `listRounds`: the choices of a filter. Those that
 * closed more than three years ago are left out: a register of ten years has hundreds. The one chosen stays.
 */
export async function listRecentRounds(
  context: Context,
  chosenId: number | null,
): Promise<{ id: number; text: string }[]> {
  // As text: to build and compile it takes as long as to answer it, and every list asks it.
  const { rows } = await sql<{ id: number; name: string; fund_name: string }>`
    select round.id, round.name, fund.name as fund_name from round inner join fund on fund.id = round.fund_id
    where round.closes_at is null or round.closes_at >= ${addDays(context.today, -RECENT_DAYS)}
      or round.id = ${chosenId}`.execute(context.db.read);
  return rows
    .map((row) => ({ id: row.id, name: row.name, fund: { id: 0, name: row.fund_name } }))
    .sort((a, b) => byName(a.fund, b.fund) || byName(a, b) || a.id - b.id)
    .map((round) => ({ id: round.id, text: roundTitle(round) }));
}

/** A round with its fund and funder. @throws NotFoundError where there is none. */
export async function getRound(context: Context, id: number): Promise<Round> {
  const row = await selectRounds(context).where("round.id", "=", id).executeTakeFirst();
  if (!row) throw new NotFoundError(`No round ${id}`);
  return toRound(row);
}

/** The rounds that are closing soon, the next to close first. */
export async function closingRounds(context: Context): Promise<Round[]> {
  const now = ukLocalTime(context.now());
  const rounds = await listRounds(context);
  return rounds
    .filter((round) => roundState(round, now).kind === "closing_soon")
    .sort((a, b) => (a.closesAt ?? "").localeCompare(b.closesAt ?? ""));
}
