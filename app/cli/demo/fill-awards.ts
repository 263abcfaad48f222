import { NOT_YET_APPORTIONED, type PastAward, recordPastAward } from "#app/awards/index.server.ts";
import { findOrCreateOrganisation } from "#app/partnerships/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { AwardFact, ReportFacts } from "./facts.ts";
import type { Documents } from "./fill-documents.ts";
import type { Funds } from "./fill-funds.ts";
import { readThemes } from "./fill-priorities.ts";
import { done, type Ids, idOf, knownId } from "./filled.ts";
import { publishedDate, publishedPence, publishedYear, sentences } from "./published.ts";

/** No report gives its awards titles: these say what each is, in the report's own words. */
const TITLES: Record<string, string> = {
  "awd-eastleigh-svf-2019": "Early intervention programme for secondary schools",
  "awd-friday-night-football-1920": "Friday Night Football: new session for Bursledon, Hamble and Hound",
  "awd-supporting-families": "Supporting Families",
  "awd-vru-2020-21": "Violence Reduction Unit: central funding contribution 2020-21",
  "awd-hee-rockpool": "Trauma-informed training by Rockpool",
  "awd-dfe-2020": "Programme for vulnerable families (summer 2020)",
  "awd-ssf5-south-hants": "Safer Streets Fund Round 5, joint award to four partnerships",
  "awd-harborough-pcc": "Grant from the Police and Crime Commissioner to the partnership",
  "awd-southampton-aggregate": "Various funding bids (not itemised)",
};

/** The bid that the aggregate of Southampton's bids came from, which the facts of the award do not repeat. */
const BIDS: Record<string, string> = { "awd-southampton-aggregate": "bid-southampton-various" };

/** "May include Southampton's share of awd-ssf5-south-hants". */
const MAY_INCLUDE: Record<string, string> = { "awd-southampton-aggregate": "awd-ssf5-south-hants" };

/** The purposes that are words of the common set of themes. */
const THEMES_OF_PURPOSES: Record<string, string> = {
  "Violence against Women and Girls": "vawg",
  "Anti-social Behaviour": "asb",
  "Residential burglary": "burglary",
};

type Filled = { partnerships: Ids; projects: Ids; funders: Ids; funds: Funds; bids: Ids };

/** Adds the awards of the reports. What they do not state stays not recorded or not yet apportioned. */
export async function fillAwards(
  context: Context,
  facts: ReportFacts,
  documents: Documents,
  filled: Filled,
): Promise<Ids> {
  const themes = await readThemes(context.db.read);
  const ids = new Map<string, number>();
  for (const fact of facts.awards) {
    const amountPence = publishedPence(fact.amount);
    const partnershipIds = partnershipsOf(fact).map((id) => idOf(filled.partnerships, id));
    const recorded = await recordPastAward(context, {
      title: TITLES[fact.id] ?? fact.id,
      ...(await organisationsOf(context, fact)),
      ...moneyOf(fact, facts, filled),
      bidId: knownId(filled.bids, fact.bid ?? BIDS[fact.id] ?? null),
      recordedByPartnershipId: partnershipIds[0] as number,
      partnerships: partnershipIds.map((partnershipId) => ({ partnershipId, part: "partner" })),
      recipient: fact.recipient,
      purpose: fact.purpose,
      ...deliveryOf(fact),
      statusNote: fact.status,
      note: noteOf(fact, facts),
      strands: [
        ...fact.strands.map(({ title, theme }) => ({ title, themeId: idOf(themes, theme) })),
        ...fact.purposes.map((title) => ({
          title,
          themeId: knownId(themes, THEMES_OF_PURPOSES[title] ?? null),
        })),
      ],
      decidedOn: publishedDate(fact.award_date ?? approvalOf(fact, facts)),
      documentDay: documents.dayOf(fact.source),
      decisionReference: null,
      reason: `As published: ${documents.describe(fact.source)}`,
      amountPence,
      amountBasis: basisOf(fact),
      lines: linesOf(fact, amountPence, partnershipIds, filled.projects),
      mayInclude: mayIncludeOf(fact, ids),
      ...documents.sourceOf(fact.source),
    });
    ids.set(fact.id, done(recorded).id);
  }
  return ids;
}

function partnershipsOf(fact: AwardFact): string[] {
  return fact.partnership === null ? fact.partnerships : [fact.partnership];
}

async function organisationsOf(context: Context, { accountable_body, via }: AwardFact) {
  return context.db.write(async (trx) => ({
    accountableBodyId:
      accountable_body === null ? null : await findOrCreateOrganisation(trx, accountable_body),
    receivedThroughId: via === null ? null : await findOrCreateOrganisation(trx, via),
  }));
}

/** Where the money comes from: a fund without a name still has a funder. */
function moneyOf(fact: AwardFact, facts: ReportFacts, { funds, funders }: Filled) {
  const fund = facts.funds.find(({ id }) => id === fact.fund);
  return {
    fundId: knownId(funds.funds, fact.fund),
    funderId: knownId(funders, fund?.funder ?? null),
    roundId: funds.roundOf(fact.fund, fact.round ?? fact.year),
  };
}

/** The approval that the facts state beside the round and not on the award. */
function approvalOf(fact: AwardFact, facts: ReportFacts): string | null {
  const fund = facts.funds.find(({ id }) => id === fact.fund);
  return fund?.rounds.find(({ label }) => label === fact.round)?.approved ?? null;
}

function basisOf({ amount, amount_precision }: AwardFact): PastAward["amountBasis"] {
  if (amount === null) return "not_recorded";
  return amount_precision?.startsWith("approximate") ? "approximate" : "exact";
}

function deliveryOf({ delivery_years: years }: AwardFact) {
  const [first = null, last = null] = [years[0], years.at(-1)];
  return { deliveryFrom: publishedDate(first), deliveryTo: publishedDate(last) };
}

/** One line with the year and the project where they are stated; else all is left to be apportioned. */
function linesOf(fact: AwardFact, amountPence: number | null, partnershipIds: number[], projects: Ids) {
  const financialYear = publishedYear(fact.round);
  const projectId = knownId(projects, fact.project);
  if (financialYear === null && projectId === null) return [];
  const partnershipId = partnershipIds.length === 1 ? (partnershipIds[0] ?? null) : null;
  const dimensions = { ...NOT_YET_APPORTIONED, partnershipId, financialYear, projectId };
  return [{ ...dimensions, themeId: null, amountPence, label: null, inside: null }];
}

function mayIncludeOf(fact: AwardFact, ids: Ids): PastAward["mayInclude"] {
  const other = MAY_INCLUDE[fact.id];
  return other === undefined ? [] : [{ awardId: idOf(ids, other), note: statedNote(fact) }];
}

function noteOf(fact: AwardFact, facts: ReportFacts): string | null {
  const funders = facts.funders.filter(({ id }) => fact.funders.includes(id)).map(({ name }) => name);
  const fund = facts.funds.find(({ id }) => id === fact.fund);
  return sentences(
    fact.basis,
    fact.amount_precision && `The amount is ${fact.amount_precision}`,
    fact.year && `Year stated: ${fact.year}`,
    funders.length > 1 && `Two funders are named, without the share of each: ${funders.join("; ")}`,
    fund?.name === null && fund.note,
    statedNote(fact),
  );
}

/** The note in words: the facts call awards by ids of their own. */
function statedNote({ note }: AwardFact): string | null {
  return note?.replace("awd-ssf5-south-hants", "the joint Safer Streets award") ?? null;
}
