/**
 * What a unit counts, as far as arithmetic is concerned:
 * - `events` add up over time, so that half a year's can be scaled to a year: incidents, reports, claims;
 * - `percentage` differs by percentage points;
 * - `change` is a change already (per cent change): nothing is computed from it;
 * - `rate` is so many per so many, an average or a score: neither scaled nor added;
 * - `other` is everything else, above all what is there at one time (people, families): never scaled.
 * A unit that is not known to count events is not treated as if it did.
 */
export type UnitKind = "events" | "percentage" | "change" | "rate" | "other";

const PERCENT = /%|\bper\s?cent(age)?s?\b|\bpc\b/;
const CHANGE = /\bchange\b|\bincrease\b|\bdecrease\b/;
const RATE = /\bper\b|\/\s*\d|\b(rates?|ratios?|averages?|mean|median|index|scores?|shares?|proportions?)\b/;

/** Whoever or whatever is counted as there, or once each, even where an event is named beside: "victims of crime". */
const STOCK =
  /\b(people|persons?|victims?|offenders?|famil(y|ies)|households?|homes?|residents?|pupils?|students?|child(ren)?|members?|volunteers?|premises)\b/;

const EVENTS = new Set(
  `admission appearance application arrest assault attendance breach burglary call callout casualty claim collision
   complaint contact conviction crime death disclosure enquiry event exclusion fight fire incident injury interview
   intervention notice occurrence offence outcome patrol referral report robbery search seizure session sighting stop
   theft visit warning warrant`.split(/\s+/),
);

/** What kind of unit this is, from its words. */
export function kindOfUnit(unit: string): UnitKind {
  const text = unit.toLowerCase();
  if (PERCENT.test(text)) return CHANGE.test(text) ? "change" : "percentage";
  if (RATE.test(text)) return "rate";
  if (STOCK.test(text)) return "other";
  const words = text.split(/[^a-z]+/).map(singular);
  return words.some((word) => EVENTS.has(word)) ? "events" : "other";
}

const DIFFERENCE = /\b(net|differences?|balance|growth|reductions?|rise|fall|more|fewer|less|saved|saving)\b/;

/** True where the unit counts events, people or the like, so that a value below 0 cannot have been counted. */
export function countsThings(unit: string): boolean {
  const text = unit.toLowerCase();
  if (PERCENT.test(text) || CHANGE.test(text) || RATE.test(text) || DIFFERENCE.test(text)) return false;
  return STOCK.test(text) || kindOfUnit(text) === "events";
}

/** True where two measures are counted in the same unit. */
export function sameUnit(one: string, other: string): boolean {
  const plain = (unit: string) => unit.trim().toLowerCase().replace(/\s+/g, " ");
  return plain(one) === plain(other);
}

function singular(word: string): string {
  if (/ies$/.test(word)) return word.replace(/ies$/, "y");
  return EVENTS.has(word) ? word : word.replace(/(?<=(ch|sh|ss))es$/, "").replace(/(?<!s)s$/, "");
}
