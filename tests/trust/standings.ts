/** The day and the instant of every request, so that two answers can be compared byte by byte. */
export const TODAY = "2026-11-21";
export const NOW = `${TODAY}T12:00:00.000Z`;

/** Every record of the foreign partnership has this number in its own table. */
export const FOREIGN = 700_001;
/** The foreign partnership itself, whose name anybody may read. */
export const CEDAR = 700_501;
/** No record has this number. */
export const MISSING = 799_999;
/** The records that the foreign partnership gains while somebody watches. */
export const GAINED = 700_201;

/** How a record stands to the visitors, who are people of Alder (the straddler is a reader of Birch too). */
export type Standing =
  | "own"
  | "joint, Birch leads"
  | "joint, nobody leads"
  | "next door"
  | "foreign"
  | "foreign inside own"
  | "own, tied to foreign"
  | "missing";

/** The parts of an address that name a record. */
export type Params = Record<string, string>;
