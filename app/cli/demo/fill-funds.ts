import { formatDate } from "#app/core/calendar-date.ts";
import { addFund, addRound, changeTerms } from "#app/funds/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { FactSource, FundFact, ReportFacts } from "./facts.ts";
import type { Documents } from "./fill-documents.ts";
import { readThemes } from "./fill-priorities.ts";
import { done, type Ids, idOf, knownId } from "./filled.ts";
import { publishedDate, sentences } from "./published.ts";
import { readSaferStreetsRounds } from "./safer-streets-facts.ts";
import { saferStreetsRound } from "./safer-streets-round.ts";
import { saferStreetsTerms } from "./safer-streets-terms.ts";

/** The Safer Streets Fund: its rounds are known from the funder's own pages, not only from the reports. */
const SAFER_STREETS = "ssf";
/** What the reports call a round of that fund, by its id in the facts of the fund. */
const NAMED_IN_REPORTS: Record<string, string> = { SSF5: "Round 5" };

export type Funds = { funds: Ids; roundOf(fund: string | null, label: string | null): number | null };

/** Adds the funds that have a name, and their rounds as labelled. Money of no named fund has only a funder. */
export async function fillFunds(
  context: Context,
  facts: ReportFacts,
  documents: Documents,
  funders: Ids,
): Promise<Funds> {
  const funds = new Map<string, number>();
  const rounds = new Map<string, number>();
  for (const fact of facts.funds) {
    if (fact.name === null) continue;
    const source = sourceOfFund(fact, facts);
    const added = await addFund(context, {
      name: fact.name,
      funderId: knownId(funders, fact.funder),
      description: descriptionOf(fact, facts),
      ...documents.sourceOf(source),
    });
    funds.set(fact.id, done(added).fundId);
    if (fact.id === SAFER_STREETS) continue;
    for (const round of fact.rounds) {
      if (round.label === null) continue;
      const input = {
        ...NOTHING_STATED,
        ...statedOf(round),
        fundId: idOf(funds, fact.id),
        name: round.label,
      };
      const addedRound = await addRound(context, { ...input, ...documents.sourceOf(round.source ?? source) });
      rounds.set(keyOf(fact.id, round.label), done(addedRound).roundId);
    }
  }
  const themes = await readThemes(context.db.read);
  for (const round of readSaferStreetsRounds()) {
    const label = NAMED_IN_REPORTS[round.id];
    const input = { ...saferStreetsRound(round), fundId: idOf(funds, SAFER_STREETS) };
    const added = await addRound(context, label === undefined ? input : inReports(input, facts, documents));
    const { roundId } = done(added);
    done(await changeTerms(context, roundId, 1, saferStreetsTerms(round, themes)));
    rounds.set(keyOf(SAFER_STREETS, label ?? round.id), roundId);
  }
  return {
    funds,
    roundOf: (fund, label) => (label === null ? null : idOf(rounds, keyOf(fund ?? "", label))),
  };
}

/** The facts call a round now "round decided late January 2021", now "decided late January 2021". */
function keyOf(fund: string, label: string): string {
  return `${fund} ${label.replace(/^round /, "")}`;
}

const NOTHING_STATED = {
  opensOn: null,
  closesAt: null,
  decisionExpected: null,
  deliveryFrom: null,
  deliveryTo: null,
  potPence: null,
  capPence: null,
  matchBasisPoints: null,
  matchNote: null,
  whoMayLead: null,
  bidsPerArea: null,
  kind: null,
  guidanceUrl: null,
  note: null,
};

function statedOf(round: FundFact["rounds"][number]) {
  const approved = publishedDate(round.approved);
  return {
    decisionExpected: publishedDate(round.decision_expected),
    note: sentences(
      round.note,
      approved && `Approved ${formatDate(approved)}`,
      round.accountable_body && `Accountable body: ${round.accountable_body}`,
    ),
  };
}

/** A fund without a source of its own is stated where its first round is, else where its funder is. */
function sourceOfFund(fact: FundFact, facts: ReportFacts): FactSource {
  const source =
    fact.source ?? fact.rounds[0]?.source ?? facts.funders.find(({ id }) => id === fact.funder)?.sources[0];
  if (!source) throw new Error(`The facts do not say where ${fact.id} is stated`);
  return source;
}

function descriptionOf(fact: FundFact, facts: ReportFacts): string | null {
  const funder = facts.funders.find(({ id }) => id === fact.funder);
  return sentences(
    fact.frequency,
    fact.payment_basis,
    fact.passes_through && `Passes through ${fact.passes_through}`,
    funder?.name === null && funder.note,
  );
}

/** The round that the reports name, with the first paragraph that does as its source and the others in its note. */
function inReports<Round extends { note: string }>(round: Round, facts: ReportFacts, documents: Documents) {
  const stated = facts.funds.find(({ id }) => id === SAFER_STREETS)?.rounds ?? [];
  const [first, ...others] = stated.flatMap(({ label, source }) => (source ? [{ label, source }] : []));
  if (!first) throw new Error("The facts do not say where the round of the Safer Streets Fund is stated");
  const also = others.map(({ label, source }) => `\nCalled “${label}” in ${documents.describe(source)}`);
  return { ...round, note: round.note + also.join(""), ...documents.sourceOf(first.source) };
}
