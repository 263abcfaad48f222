import { type Role, roleMay } from "#app/platform/permissions.ts";
import type { Signer } from "./sign-off.ts";

type Step = { signers: readonly Pick<Signer, "personId" | "part" | "validTo">[] };
type Person = { id: number; role: Role };

/** What is wanted of a sign-off and what there is: each step by another person, since nobody signs two. */
export type SignersShort = {
  /** Steps that are still to be signed. */
  steps: number;
  /** How many of them can be signed, each by another person. */
  signable: number;
};

/**
 * Whether there are too few people for these steps: null where each of them can be signed by somebody else.
 * @param people who may sign at all: of the partnership, and not a writer or a signer of the bid. @param today ISO: a
 * stand-in counts until their last day, also before their first.
 */
export function signersShort(
  steps: readonly Step[],
  people: readonly Person[],
  today: string,
): SignersShort | null {
  const able = steps.map(({ signers }) => whoSigns(signers, people, today));
  const stepOf = new Map<number, number>();
  // A person who is taken makes way where their step has somebody else: the most steps that can be filled at once.
  const fill = (step: number, asked: Set<number>): boolean =>
    (able[step] ?? []).some((id) => {
      if (asked.has(id)) return false;
      asked.add(id);
      const taken = stepOf.get(id);
      if (taken !== undefined && !fill(taken, asked)) return false;
      stepOf.set(id, step);
      return true;
    });
  const signable = steps.filter((_, step) => fill(step, new Set())).length;
  return signable < steps.length ? { steps: steps.length, signable } : null;
}

/** Those named for a step and their stand-ins, or everybody with the right where nobody is named. */
function whoSigns(signers: Step["signers"], people: readonly Person[], today: string): number[] {
  if (signers.length === 0) {
    return people.filter(({ role }) => roleMay(role, "bid.sign-off")).map(({ id }) => id);
  }
  const named = signers.filter(({ part, validTo }) => part === "named" || today <= (validTo ?? ""));
  return people.filter(({ id }) => named.some(({ personId }) => personId === id)).map(({ id }) => id);
}

/** "The 3 steps need 3 different people who may sign, and people can be found for only 2 of them: …" */
export function signersShortWords({ steps, signable }: SignersShort): string {
  const found = signable === 0 ? "there is nobody" : `people can be found for only ${signable} of them`;
  return steps === 1
    ? "The step needs somebody who may sign it, and there is nobody."
    : `The ${steps} steps need ${steps} different people who may sign, and ${found}: nobody signs two steps of the same bid.`;
}
