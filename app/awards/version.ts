import type { AmountBasis, Stream, VersionKind } from "./award.ts";
import type { EffectiveBasis } from "./effective-day.rules.ts";
import type { Dimensions } from "./version.rules.ts";

export type Named = { id: number; name: string };

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
  amountPence: number | null;
  amountBasis: AmountBasis;
  fund: Named | null;
  funder: Named | null;
  /** Instant, ISO UTC. */
  sealedAt: string;
  sealedBy: string | null;
  /** Position in the ledger. */
  seq: number;
  mayInclude: { id: number; reference: string; title: string; note: string | null }[];
  sourceDocumentId: number | null;
  sourceParagraph: string | null;
};

/** A line with the names of what it points at; null is "not yet apportioned", and for the amount "not recorded". */
export type Line = {
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
  insideAward: Named | null;
  inside: (Dimensions & { awardId: number }) | null;
};

/** The version in force on a day: the latest effective by then, of two on one day the one sealed later. */
export function versionInForce(versions: readonly Version[], day: string): Version | null {
  return versions.reduce<Version | null>((best, version) => {
    if (version.effectiveOn > day) return best;
    return best === null || version.effectiveOn >= best.effectiveOn ? version : best;
  }, null);
}
