import type { AmountBasis } from "#app/awards/index.ts";
import { firstDayOf, lastDayOf, type PartialDate } from "#app/core/calendar-date.ts";
import { earliest, type TheirRow } from "./list-columns.rules.ts";
import { namesHeldAs, plainLetters } from "./names.rules.ts";
import type { ReconciledItem } from "./reconciliation.ts";

/** An award of ours that the funder's list should hold. */
export type OurAward = {
  id: number;
  /** Every reference that it is known by: ours, and those of the funder. */
  references: string[];
  amountPence: number | null;
  amountBasis: AmountBasis;
  /** Its partnerships, its accountable body, its recipient. */
  names: string[];
  /** The days on which it was decided and took effect: partial dates. */
  dates: PartialDate[];
};

/** Rows of theirs that stand for one award: several where a reference stands more than once. */
type Theirs = Pick<TheirRow, "amountPence" | "reference" | "recipient" | "date"> & { rows: number[] };

/**
 * Holds a funder's list against our awards. A reference that both have ties a row to an award, rows with the same one
 * taken together. What is left is tied where amount, recipient and date agree, then where amount and recipient do and
 * one side has no date, then amount and date where the list names no recipient; at last recipient and date with another
 * amount, but only where there is no second one that it could be. No row and no award is used twice. Names are held
 * against each other without what stands in brackets and without common words, where no second name could be meant.
 */
export function matchList(ours: readonly OurAward[], rows: readonly TheirRow[]): ReconciledItem[] {
  const { tied, rest } = byReference(ours, rows);
  const items = tied.map(([award, theirs]) => tiedItem(award, theirs, "reference"));
  const used = new Set<OurAward>(tied.map(([award]) => award));
  const open = { awards: ours.filter((award) => !used.has(award)), rows: rest };
  const heldAs = namesHeldAs(
    ours.flatMap(({ names }) => names),
    rows.flatMap(({ recipient }) => recipient ?? []),
  );
  for (const rule of rulesFor(heldAs)) {
    const pairs = pairsBy(rule, open.awards, open.rows);
    items.push(...[...pairs].map(([row, award]) => tiedItem(award, row, "amount")));
    const taken = new Set(pairs.values());
    open.awards = open.awards.filter((award) => !taken.has(award));
    open.rows = open.rows.filter((row) => !pairs.has(row));
  }
  const oursOnly = open.awards.map((award) => itemOf("ours_only", award, null, null));
  const theirsOnly = open.rows.map((row) => itemOf("theirs_only", null, row, null));
  return [...items, ...oursOnly, ...theirsOnly];
}

/** The award that each row is tied to by a rule; each award once. */
function pairsBy(rule: Rule, awards: readonly OurAward[], rows: readonly Theirs[]): Map<Theirs, OurAward> {
  const index = indexOf(awards, rule);
  const rivals = rule.onlyIfAlone ? indexOf(rows, rule) : null;
  const pairs = new Map<Theirs, OurAward>();
  const taken = new Set<OurAward>();
  for (const row of rows) {
    const keys = rule.keysOf(row);
    if (rivals && keys.some((key) => (rivals.get(key)?.length ?? 0) > 1)) continue;
    const found = new Set<OurAward>();
    for (const key of keys) {
      // What was tied is let go of, so that many rows and awards of one amount do not look at each other again and again.
      const known = index.get(key) ?? [];
      while (known[0] && taken.has(known[0])) known.shift();
      for (const award of known) {
        if (!taken.has(award) && rule.agrees(award, row)) found.add(award);
        if (found.size > (rule.onlyIfAlone ? 1 : 0)) break;
      }
    }
    const [award] = found;
    if (!award || (rule.onlyIfAlone && found.size > 1)) continue;
    pairs.set(row, award);
    taken.add(award);
  }
  return pairs;
}

type Rule = {
  /** What both sides must share to be looked at together. */
  keysOf(side: OurAward | Theirs): string[];
  agrees(award: OurAward, row: Theirs): boolean;
  onlyIfAlone: boolean;
};

const amountKey = ({ amountPence }: { amountPence: number | null }) =>
  amountPence === null ? [] : [String(amountPence)];

/** The rules in their order, for names that are held against each other by `heldAs`. */
function rulesFor(heldAs: (name: string) => string): readonly Rule[] {
  const namesOf = (side: OurAward | Theirs) =>
    ("names" in side ? side.names : [side.recipient ?? ""]).map(heldAs).filter((name) => name !== "");
  const amountAndName = (side: OurAward | Theirs) =>
    amountKey(side).flatMap((amount) => namesOf(side).map((name) => `${amount} ${name}`));
  return [
    {
      keysOf: amountAndName,
      agrees: (award, row) => dated(award, row) === "same",
      onlyIfAlone: false,
    },
    {
      keysOf: amountAndName,
      agrees: (award, row) => dated(award, row) === "not known",
      onlyIfAlone: false,
    },
    {
      keysOf: amountKey,
      agrees: (award, row) => row.recipient === null && dated(award, row) === "same",
      onlyIfAlone: true,
    },
    {
      keysOf: namesOf,
      agrees: (award, row) => dated(award, row) === "same",
      onlyIfAlone: true,
    },
  ];
}

function byReference(ours: readonly OurAward[], rows: readonly TheirRow[]) {
  const known = new Map<string, OurAward | null>();
  for (const award of ours) {
    for (const reference of new Set(award.references.map(plainReference))) {
      // A reference that two awards share ties nothing: which of them it means is not known.
      if (reference !== "") known.set(reference, known.has(reference) ? null : award);
    }
  }
  const groups = new Map<OurAward, TheirRow[]>();
  const rest: Theirs[] = [];
  for (const row of rows) {
    const award = row.reference === null ? null : known.get(plainReference(row.reference));
    if (award) groups.set(award, [...(groups.get(award) ?? []), row]);
    else rest.push(together([row]));
  }
  const tied = [...groups].map(([award, each]): [OurAward, Theirs] => [award, together(each)]);
  return { tied, rest };
}

function together(rows: readonly TheirRow[]): Theirs {
  const amounts = rows.map(({ amountPence }) => amountPence);
  return {
    rows: rows.map(({ number }) => number),
    reference: rows[0]?.reference ?? null,
    recipient: rows[0]?.recipient ?? null,
    date: earliest(rows.map(({ date }) => date)),
    amountPence: amounts.reduce((sum, pence) => (sum === null || pence === null ? null : sum + pence), 0),
  };
}

/** The same in capital letters, without what people put between: "360G-Prefix-AW/12" is AW12. */
function plainReference(reference: string): string {
  return plainLetters(reference.replace(/^360G-[^-]+-/i, ""));
}

function dated(award: OurAward, row: Theirs): "same" | "other" | "not known" {
  const { date } = row;
  if (date === null || award.dates.length === 0) return "not known";
  const same = award.dates.some(
    (ours) => firstDayOf(ours) <= lastDayOf(date) && firstDayOf(date) <= lastDayOf(ours),
  );
  return same ? "same" : "other";
}

function indexOf<Side extends OurAward | Theirs>(each: readonly Side[], rule: Rule): Map<string, Side[]> {
  const index = new Map<string, Side[]>();
  for (const side of each) {
    for (const key of new Set(rule.keysOf(side))) {
      const known = index.get(key);
      if (known) known.push(side);
      else index.set(key, [side]);
    }
  }
  return index;
}

function tiedItem(award: OurAward, theirs: Theirs, matchedBy: "reference" | "amount"): ReconciledItem {
  const agreed = award.amountPence !== null && award.amountPence === theirs.amountPence;
  return itemOf(agreed ? "agreed" : "differs", award, theirs, matchedBy);
}

function itemOf(
  kind: ReconciledItem["kind"],
  award: OurAward | null,
  theirs: Theirs | null,
  matchedBy: ReconciledItem["matchedBy"],
): ReconciledItem {
  return {
    kind,
    matchedBy,
    awardId: award?.id ?? null,
    oursPence: award?.amountPence ?? null,
    oursBasis: award?.amountBasis ?? null,
    theirRows: theirs?.rows ?? [],
    theirsPence: theirs?.amountPence ?? null,
    theirReference: theirs?.reference ?? null,
    theirRecipient: theirs?.recipient ?? null,
    theirDate: theirs?.date ?? null,
  };
}
