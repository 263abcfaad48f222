import { STREAM_NAMES } from "#app/awards/index.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { partnershipNames } from "#app/partnerships/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { projectNames } from "#app/projects/index.server.ts";
import type { Grouping } from "./funding-secured.ts";
import type { Reach } from "./reach.server.ts";

type Key = number | string;
/** A name, and whose it is where two of one name have to be told apart. */
type OwnedName = { name: string; owner: string | null };

/**
 * The names of rows, by their keys. Where the report is about several partnerships a priority names its own in
 * brackets; so does a fund its funder where two funds share a name. What may not be named is left out.
 */
export async function rowNames(
  context: Context,
  by: Grouping,
  keys: readonly Key[],
  reach: Reach,
): Promise<Map<Key, string>> {
  const owned = await ownedNames(context, by, keys);
  const always = by === "priority" && (reach.all || reach.partnershipIds.length > 1);
  const times = new Map<string, number>();
  for (const { name } of owned.values()) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map(
    [...owned].map(([key, { name, owner }]) => {
      const withOwner = owner !== null && (always || (times.get(name) ?? 0) > 1);
      return [key, withOwner ? `${name} (${owner})` : name];
    }),
  );
}

async function ownedNames(
  context: Context,
  by: Grouping,
  keys: readonly Key[],
): Promise<Map<Key, OwnedName>> {
  const alone = (names: Iterable<readonly [Key, string]>) =>
    new Map([...names].map(([key, name]) => [key, { name, owner: null }]));
  if (by === "year") return alone(keys.map((key) => [key, formatFinancialYear(Number(key))]));
  if (by === "stream") return alone(Object.entries(STREAM_NAMES));
  const ids = keys.filter((key) => typeof key === "number");
  if (by === "partnership") {
    const names = await partnershipNames(context);
    return alone([...names].filter(([id]) => ids.includes(id)));
  }
  if (by === "project") return alone(await projectNames(context, ids));
  return namesOfReferenceData(context, by, ids);
}

async function namesOfReferenceData(
  context: Context,
  by: "funder" | "fund" | "priority" | "theme",
  ids: readonly number[],
): Promise<Map<Key, OwnedName>> {
  const { read } = context.db;
  const wanted = [0, ...ids];
  if (by === "priority") {
    const rows = await read
      .selectFrom("priority")
      .innerJoin("partnership", "partnership.id", "priority.partnership_id")
      .select(["priority.id", "priority.title as name", "partnership.name as owner"])
      .where("priority.id", "in", wanted)
      .execute();
    return new Map(rows.map(({ id, ...named }) => [id, named]));
  }
  if (by === "fund") {
    const rows = await read
      .selectFrom("fund")
      .leftJoin("funder", "funder.id", "fund.funder_id")
      .select(["fund.id", "fund.name", "funder.name as owner"])
      .where("fund.id", "in", wanted)
      .execute();
    return new Map(rows.map(({ id, ...named }) => [id, named]));
  }
  const rows = await read.selectFrom(by).select(["id", "name"]).where("id", "in", wanted).execute();
  return new Map(rows.map(({ id, name }) => [id, { name, owner: null }]));
}
