import type { Role } from "#app/platform/permissions.ts";
import { roleMay } from "#app/platform/permissions.ts";

/** Who signs a step of a chain; a stand-in from one day to another, both included. */
export type Signer = {
  id: number;
  stepId: number;
  personId: number;
  name: string;
  part: "named" | "stand_in";
  validFrom: string | null;
  validTo: string | null;
};

/** A step of a partnership's chain, in the order in which they sign. */
export type ChainStep = { id: number; position: number; title: string; signers: Signer[] };

/** A step of one sign-off, and who signed it. */
export type Signature = {
  position: number;
  title: string;
  /** Null where the partnership had no chain of its own. */
  stepId: number | null;
  signedBy: number | null;
  signedAt: string | null;
  standsIn: boolean;
};

/** Where a bid stands with its sign-off, as the reader finds it. */
export type BidSigning = {
  /** The lead has a chain of its own: its people sign step by step, and then the bid is submitted. */
  hasChain: boolean;
  /** The reader may sign the next step now. */
  signs: boolean;
  /** Steps that are not yet signed. */
  left: number;
  /** All steps are signed, and the bid says what it said then. */
  cleared: boolean;
};

/** The steps that a partnership without a chain of its own may start from. */
export const USUAL_STEPS = [
  "Responsible officer",
  "Head of service",
  "Accountant or section 151 officer",
] as const;

/** The one step of a partnership without a chain: any manager or finance person who did not write the bid. */
export const DEFAULT_STEP = "Manager or finance";

/** The step whose turn it is; null where all are signed. */
export function nextSignature<Step extends Pick<Signature, "position" | "signedAt">>(
  steps: readonly Step[],
): Step | null {
  const open = steps.filter(({ signedAt }) => signedAt === null);
  return open.sort((a, b) => a.position - b.position)[0] ?? null;
}

/** Why a person may sign a step: they are named, stand in for who is, or hold the right where nobody is named. */
export type SigningAs = "named" | "stand_in" | "by role";

/**
 * As what a person signs the step whose turn it is; null where they may not.
 * @param person.role theirs in the lead partnership. @param steps of this sign-off: nobody signs two.
 */
export function signsAs(
  person: { id: number; role: Role | undefined; wroteIt: boolean },
  steps: readonly Signature[],
  signers: readonly Pick<Signer, "stepId" | "personId" | "part" | "validFrom" | "validTo">[],
  today: string,
): SigningAs | null {
  const next = nextSignature(steps);
  if (next === null || person.wroteIt || person.role === undefined) return null;
  if (steps.some(({ signedBy }) => signedBy === person.id)) return null;
  const ofStep = signers.filter(({ stepId }) => stepId === next.stepId);
  if (ofStep.length === 0) return roleMay(person.role, "bid.sign-off") ? "by role" : null;
  const own = ofStep.find(({ personId }) => personId === person.id);
  if (!own) return null;
  if (own.part === "named") return "named";
  return (own.validFrom ?? "") <= today && today <= (own.validTo ?? "") ? "stand_in" : null;
}
