import type { Context } from "#app/platform/context.server.ts";
import type { Award } from "../award.ts";
import { readableAwards } from "../awards.queries.server.ts";
import { awardWords } from "../draft-warnings.rules.ts";
import { inForceOn } from "../ledger/in-force.server.ts";
import { takenPence } from "../onward/onward-grant.rules.ts";
import { grantsOf } from "../onward/onward-grants.queries.server.ts";
import type { ChainAward, ChainGrant, ChainLink } from "./chain.rules.ts";

/** The most awards that one drawing shows; of more, it says so. */
const MOST_AWARDS = 40;

/**
 * The chain through an award as it stands today: the awards that it comes out of, outwards, those inside it, inwards,
 * and the onward grants of these. An award that the person may not read is one box without a name, and nothing behind it.
 */
export async function walkChain(context: Context, award: Award) {
  const found = new Map<number, "readable" | "foreign">([[award.id, "readable"]]);
  const links = new Map<string, ChainLink>();
  let more = false;
  for (const way of ["outwards", "inwards"] as const) {
    let edge = [award.id];
    while (edge.length > 0) {
      const step = await stepFrom(context, edge, way);
      const readable = await readableAwards(context, step.flatMap(idsOf));
      edge = [];
      for (const link of step) {
        const next = way === "outwards" ? link.outerId : link.innerId;
        const known = found.has(next);
        if (!known && found.size >= MOST_AWARDS) {
          more = true;
          continue;
        }
        links.set(`${link.outerId} ${link.innerId}`, link);
        if (known) continue;
        found.set(next, readable.has(next) ? "readable" : "foreign");
        if (readable.has(next)) edge.push(next);
      }
    }
  }
  const below = inwardFrom(award.id, [...links.values()]);
  return {
    awards: await awardsOf(context, found, [...links.values()]),
    links: [...links.values()],
    grants: await onwardGrants(
      context,
      [...below].filter((id) => found.get(id) === "readable"),
    ),
    more,
  };
}

const idsOf = ({ outerId, innerId }: ChainLink) => [outerId, innerId];

/** What the lines in force say is inside what, one step away from these awards. */
async function stepFrom(context: Context, ids: readonly number[], way: "outwards" | "inwards") {
  const rows = await context.db.read
    .selectFrom("allocation_line as line")
    .select(["line.inside_award_id as outer_id", "line.award_id as inner_id"])
    .select((e) => e.cast<number | null>(e.fn.sum("line.amount_pence"), "bigint").as("pence"))
    .where("line.inside_award_id", "is not", null)
    .where(way === "outwards" ? "line.award_id" : "line.inside_award_id", "in", ids)
    .where((e) => e("line.version_id", "=", inForceOn(context.today, e.ref("line.award_id"))))
    .groupBy(["line.inside_award_id", "line.award_id"])
    .orderBy("line.inside_award_id")
    .orderBy("line.award_id")
    .limit(MOST_AWARDS + 1)
    .execute();
  return rows.map(
    (row): ChainLink => ({ outerId: row.outer_id ?? 0, innerId: row.inner_id, pence: row.pence }),
  );
}

/** The award itself and every one that is, by these links, inside it. */
function inwardFrom(awardId: number, links: readonly ChainLink[]): Set<number> {
  const reached = new Set([awardId]);
  for (const id of reached) {
    for (const link of links) if (link.outerId === id) reached.add(link.innerId);
  }
  return reached;
}

async function awardsOf(
  context: Context,
  found: ReadonlyMap<number, "readable" | "foreign">,
  links: readonly ChainLink[],
): Promise<ChainAward[]> {
  const rows = await context.db.read
    .selectFrom("award")
    .leftJoin("award_version as version", (join) =>
      join.on((e) => e("version.id", "=", inForceOn(context.today, e.ref("award.id")))),
    )
    .leftJoin("funder", "funder.id", "version.funder_id")
    .leftJoin("organisation as payer", "payer.id", "award.received_through_id")
    .select(["award.id", "award.reference", "award.title", "version.amount_pence", "payer.name as payer"])
    .select("version.amount_basis")
    .select(["funder.id as funder_id", "funder.name as funder_name"])
    .where("award.id", "in", [...found.keys()])
    .orderBy("award.id")
    .execute();
  const taken = await context.db.read
    .selectFrom("posting")
    .select("award_id")
    .select((e) => e.cast<number>(e.fn.sum("passed_on_pence"), "bigint").as("pence"))
    .where("award_id", "in", [...found.keys()])
    .where("effective_on", "<=", context.today)
    .groupBy("award_id")
    .execute();
  return rows.map((row) => {
    if (found.get(row.id) === "foreign") return foreignAward(row.id, links);
    return {
      id: row.id,
      text: `${row.reference} ${row.title}`,
      href: `/awards/${row.id}`,
      grossPence: row.amount_pence,
      isApproximate: row.amount_basis === "approximate",
      passedOnPence: taken.find((each) => each.award_id === row.id)?.pence ?? 0,
      funder: row.funder_id === null ? null : { id: row.funder_id, name: row.funder_name ?? "" },
      receivedThrough: row.payer,
    };
  });
}

/** An award of others: of what is inside a readable one, the pence that it takes; else nothing. */
function foreignAward(id: number, links: readonly ChainLink[]): ChainAward {
  const text = awardWords(null).replace("an", "An");
  const pence = links.find((link) => link.innerId === id)?.pence ?? null;
  return {
    id,
    text,
    href: null,
    grossPence: pence,
    passedOnPence: 0,
    funder: null,
    receivedThrough: null,
  };
}

async function onwardGrants(context: Context, awardIds: readonly number[]): Promise<ChainGrant[]> {
  const grants = await grantsOf(context.db.read, awardIds);
  return grants
    .filter((grant) => grant.cancelledOn === null || takenPence(grant) > 0)
    .map((grant) => ({
      id: grant.id,
      awardId: grant.awardId,
      recipient: grant.recipient,
      pence: takenPence(grant),
    }));
}
