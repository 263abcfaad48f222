import type { Compilable, CompiledQuery } from "kysely";
import type { Reader, Writer } from "./open.server.ts";

/** What a query is asked with: ids, days, words, lists of them, and what holds those. */
export type Asked =
  | number
  | string
  | boolean
  | null
  | undefined
  | readonly Asked[]
  | { readonly [name: string]: Asked };

/** A text that is kept, and where in its parameters each of the asked values stands; others are the query's own. */
type Kept<Row> = { query: CompiledQuery<Row>; places: readonly (number | null)[] };

/** Longer lists are written into the text or seldom come twice in one length. */
const LONGEST_LIST = 20;
/** Far more than one query has shapes: those of people with one partnership, two, three … */
const KEPT_SHAPES = 50;

/**
 * A query that is put together once for each shape of what it is asked with, and then run with the values of the day.
 * Putting a query of several joins together costs more than running it on a record.
 *
 * Two shapes differ in what is null, true or false, in the names of what is given and in the length of lists. All else
 * (numbers and texts) must only ever be handed to the database: a query that is put together differently for
 * `limit > 10` needs a boolean for that. One that writes its values into its text is noticed and not kept.
 *
 * @param build the query for what is asked. It is called twice for a new shape, once with values that stand in.
 * @throws Error where the query is not one that reads.
 */
export function keepQuery<Values extends Asked, Row>(
  build: (reader: Reader | Writer, asked: Values) => Compilable<Row>,
): (reader: Reader | Writer, asked: Values) => Promise<Row[]> {
  const shapesOf = new WeakMap<object, Map<string, Kept<Row> | null>>();
  return async (reader, asked) => {
    const values: (number | string)[] = [];
    const shape = shapeOf(asked, values);
    const kept = shape === null ? null : find(reader, shape, asked, values);
    if (kept === null) return run(reader, build(reader, asked).compile());
    const parameters = kept.places.map((place, at) =>
      place === null ? kept.query.parameters[at] : values[place],
    );
    return run(reader, { ...kept.query, parameters });
  };

  function find(reader: Reader | Writer, shape: string, asked: Values, values: readonly (number | string)[]) {
    const engine = reader.getExecutor().adapter.constructor;
    const shapes = shapesOf.get(engine) ?? new Map<string, Kept<Row> | null>();
    shapesOf.set(engine, shapes);
    const found = shapes.get(shape);
    if (found !== undefined) return found;
    const made = keep((given: Values) => build(reader, given), asked, values);
    if (shapes.size < KEPT_SHAPES) shapes.set(shape, made);
    return made;
  }
}

async function run<Row>(reader: Reader | Writer, query: CompiledQuery<Row>): Promise<Row[]> {
  if (query.query.kind !== "SelectQueryNode") throw new Error("Only what reads is kept");
  return (await reader.executeQuery<Row>(query)).rows;
}

/** What of the asked is not a value, as a key; the values are added to `values` in their order. Null: do not keep. */
function shapeOf(asked: Asked, values: (number | string)[]): string | null {
  if (typeof asked === "number" || typeof asked === "string") {
    values.push(asked);
    return typeof asked === "number" ? "n" : "t";
  }
  if (asked === null || typeof asked !== "object") return String(asked);
  if (Array.isArray(asked) && asked.length > LONGEST_LIST) return null;
  let shape = Array.isArray(asked) ? "[" : "{";
  for (const [name, part] of Object.entries(asked)) {
    const inner = shapeOf(part, values);
    if (inner === null) return null;
    shape += `${name}:${inner},`;
  }
  return `${shape}.`;
}

/** Puts the query together with values that stand in, to see where each comes to stand; null where that changes its text. */
function keep<Values extends Asked, Row>(
  build: (asked: Values) => Compilable<Row>,
  asked: Values,
  values: readonly (number | string)[],
): Kept<Row> | null {
  const placeOf = new Map<unknown, number>();
  const query = build(standIns(asked, placeOf) as Values).compile();
  const places = query.parameters.map((parameter) => placeOf.get(parameter) ?? null);
  const real = build(asked).compile();
  const isSame =
    real.sql === query.sql &&
    real.parameters.every((parameter, at) => {
      const place = places[at];
      return Object.is(parameter, place == null ? query.parameters[at] : values[place]);
    });
  return isSame ? { query, places } : null;
}

/** The same shape with values that nobody asks with, each its own; `placeOf` learns which of the values it stands for. */
function standIns(asked: Asked, placeOf: Map<unknown, number>): Asked {
  if (typeof asked === "number" || typeof asked === "string") {
    const place = placeOf.size;
    const standIn =
      typeof asked === "number" ? Number.MIN_SAFE_INTEGER + place : `\u0000stands in for ${place}`;
    placeOf.set(standIn, place);
    return standIn;
  }
  if (asked === null || typeof asked !== "object") return asked;
  if (Array.isArray(asked)) return asked.map((part) => standIns(part, placeOf));
  return Object.fromEntries(Object.entries(asked).map(([name, part]) => [name, standIns(part, placeOf)]));
}
