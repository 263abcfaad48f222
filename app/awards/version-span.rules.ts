import { addDays, type IsoDay } from "#app/core/calendar-date.ts";
import { type Version, versionInForce } from "./version.ts";

type Spanning = Pick<Version, "id" | "number" | "effectiveOn" | "seq">;

/** For which days a version counts, as known now. */
export type Span<V extends Spanning = Version> = {
  from: IsoDay;
  /** The last day; null where it counts until further notice. */
  until: IsoDay | null;
  /** The version that takes effect after it, or on the same day and was sealed later; null where none does. */
  endedBy: V | null;
};

/**
 * The days for which a version counts. One that is replaced from its own day on counts for none: `until` lies before
 * `from`. A backdated version ends where the next one begins.
 */
export function spanOf<V extends Spanning>(
  versions: readonly V[],
  version: Pick<V, "effectiveOn" | "seq">,
): Span<V> {
  const later = versions.filter((other) => comesAfter(other, version));
  const day = later.reduce<IsoDay | null>(
    (first, other) => (first === null || other.effectiveOn < first ? other.effectiveOn : first),
    null,
  );
  if (day === null) return { from: version.effectiveOn, until: null, endedBy: null };
  const endedBy = latestSealed(later.filter((other) => other.effectiveOn === day));
  return { from: version.effectiveOn, until: addDays(day, -1), endedBy };
}

/** The version that this one took the place of: in force on its day when it was sealed. Null for the first. */
export function versionBefore<V extends Spanning>(
  versions: readonly V[],
  version: Pick<V, "effectiveOn" | "seq">,
): V | null {
  const known = versions.filter(
    (other) => other.seq < version.seq && other.effectiveOn <= version.effectiveOn,
  );
  return known.reduce<V | null>(
    (best, other) => (best === null || comesAfter(other, best) ? other : best),
    null,
  );
}

/** What is sealed already and takes effect after today, by its day: what the award will then be. */
export function versionsToCome(versions: readonly Version[], today: IsoDay): Version[] {
  const days = [...new Set(versions.map((version) => version.effectiveOn))].filter((day) => day > today);
  return days.sort().map((day) => versionInForce(versions, day) as Version);
}

function comesAfter(
  a: Pick<Spanning, "effectiveOn" | "seq">,
  b: Pick<Spanning, "effectiveOn" | "seq">,
): boolean {
  return a.effectiveOn > b.effectiveOn || (a.effectiveOn === b.effectiveOn && a.seq > b.seq);
}

function latestSealed<V extends Spanning>(versions: readonly V[]): V | null {
  return versions.reduce<V | null>(
    (best, version) => (best === null || version.seq > best.seq ? version : best),
    null,
  );
}
