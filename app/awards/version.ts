import type { AmountBasis, NamedAward, Stream, VersionKind } from "./award.ts";
import type { EffectiveBasis } from "./effective-day.rules.ts";
import type { Dimensions } from "./version.rules.ts";

export type Named = { id: number; name: string };

/** An award of which the version may hold money too. `award` is null where the person may not read that award. */
export type MayInclude = { awardId: number; award: NamedAward | null; note: string | null };

/** What lines of another award take out of this one. Pence are null where that award's amount is not recorded. */
export type PassedOn = { awardId: number; award: NamedAward | null; pence: number | null };

/** A sealed version, apart from its lines. */
export type Version = {
  id: number;
  number: number;
  kind: VersionKind;
  /** ISO day. */
  effectiveOn: string;
  effectiveBasis: EffectiveBasis;
  decidedOn: string | null;
  reason: string;
  decisionReference: string | null;
  /** What the funder agreed where it goes against the award's special terms. */
  termsAgreement: string | null;
  amountPence: number | null;
  amountBasis: AmountBasis;
  fund: Named | null;
  funder: Named | null;
  /** Instant, ISO UTC. */
  sealedAt: string;
  sealedBy: string | null;
  /** Position in the ledger. */
  seq: number;
  mayInclude: MayInclude[];
  sourceDocumentId: number | null;
  sourceParagraph: string | null;
};

/** A line with the names of what it points at; null is "not yet apportioned", and for the amount "not recorded". */
export type Line = {
  /** Of a line of a sealed version; one that is put together to be looked at has none. */
  id?: number;
  position: number;
  partnership: Named | null;
  financialYear: number | null;
  project: Named | null;
  priority: Named | null;
  /** What it counts under: its own theme or its priority's only one. */
  theme: Named | null;
  ownThemeId: number | null;
  stream: Stream | null;
  amountPence: number | null;
  label: string | null;
  /** The award that the money comes out of, where the person may read it. */
  insideAward: NamedAward | null;
  inside: (Dimensions & { awardId: number }) | null;
};

/** The version in force on a day: the latest effective by then, of two on one day the one sealed later. */
export function versionInForce(versions: readonly Version[], day: string): Version | null {
  return versions.reduce<Version | null>((best, version) => {
    if (version.effectiveOn > day) return best;
    return best === null || version.effectiveOn >= best.effectiveOn ? version : best;
  }, null);
}
