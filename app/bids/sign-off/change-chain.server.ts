import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { writeOrUndo } from "#app/platform/write-or-undo.server.ts";
import type { Writer } from "#db/open.server.ts";
import { listChain } from "./sign-off.queries.server.ts";
import type { SignerInput } from "./sign-off.schema.ts";
import { type ChainStep, USUAL_STEPS } from "./sign-off.ts";

/** More steps than any scheme of delegation has; the page lists them all. */
const MOST_STEPS = 10;

/** Everybody who has a role in a partnership and an account that is open, by name. @throws ForbiddenError for all but its manager. */
export async function listPossibleSigners(context: Context, partnershipId: number) {
  requirePermission(context, "sign-off.manage", [partnershipId]);
  return context.db.read
    .selectFrom("membership")
    .innerJoin("person", "person.id", "membership.person_id")
    .select(["person.id", "person.name", "membership.role"])
    .where("membership.partnership_id", "=", partnershipId)
    .where("person.disabled_at", "is", null)
    .orderBy("person.name")
    .orderBy("person.id")
    .execute();
}

/** Adds a step at the end of the chain of sign-off. */
export function addStep(context: Context, partnershipId: number, title: string): Promise<Result<null>> {
  return changeChain(context, partnershipId, async (trx, chain) => {
    if (chain.some((step) => step.title.toLowerCase() === title.toLowerCase())) {
      return fail({ title: "There is a step with this name already" });
    }
    return insertSteps(trx, partnershipId, chain, [title]);
  });
}

/** Makes the usual steps the chain of a partnership that has none. */
export function startUsualChain(context: Context, partnershipId: number): Promise<Result<null>> {
  return changeChain(context, partnershipId, async (trx, chain) =>
    chain.length > 0
      ? fail({ form: "There are steps already" })
      : insertSteps(trx, partnershipId, chain, USUAL_STEPS),
  );
}

/** Moves a step before the one that stands before it. @throws NotFoundError where it is not of this chain. */
export function moveStepUp(context: Context, partnershipId: number, stepId: number): Promise<Result<null>> {
  return changeChain(context, partnershipId, async (trx, chain) => {
    const index = placeOf(chain, stepId);
    const ids = chain.map(({ id }) => id);
    if (index > 0) ids.splice(index - 1, 2, stepId, ids[index - 1] as number);
    for (const [place, id] of ids.entries()) {
      await trx
        .updateTable("sign_off_step")
        .set({ position: place + 1 })
        .where("id", "=", id)
        .execute();
    }
    return succeed(null);
  });
}

/** Takes a step out of the chain. Bids that are being signed keep it. @throws NotFoundError as `moveStepUp`. */
export function removeStep(context: Context, partnershipId: number, stepId: number): Promise<Result<null>> {
  return changeChain(context, partnershipId, async (trx, chain) => {
    placeOf(chain, stepId);
    await trx
      .updateTable("sign_off_step")
      .set({ ended_at: context.now() })
      .where("id", "=", stepId)
      .execute();
    return succeed(null);
  });
}

/** Names a person of the partnership for a step, or their days as a stand-in, in place of what was said of them before. */
export async function nameSigner(
  context: Context,
  partnershipId: number,
  { stepId, personId, part, validFrom, validTo }: SignerInput,
): Promise<Result<null>> {
  const people = await listPossibleSigners(context, partnershipId);
  return changeChain(context, partnershipId, async (trx, chain) => {
    if (!chain.some(({ id }) => id === stepId)) return fail({ stepId: "Choose a step from the list" });
    if (!people.some(({ id }) => id === personId)) return fail({ personId: "Choose a person from the list" });
    await trx
      .deleteFrom("sign_off_signer")
      .where("step_id", "=", stepId)
      .where("person_id", "=", personId)
      .execute();
    const days =
      part === "named" ? { valid_from: null, valid_to: null } : { valid_from: validFrom, valid_to: validTo };
    await trx
      .insertInto("sign_off_signer")
      .values({ step_id: stepId, person_id: personId, part, ...days })
      .execute();
    return succeed(null);
  });
}

/** Takes somebody off a step. @throws NotFoundError where they sign no step of this chain. */
export function removeSigner(context: Context, partnershipId: number, id: number): Promise<Result<null>> {
  return changeChain(context, partnershipId, async (trx, chain) => {
    if (!chain.some(({ signers }) => signers.some((signer) => signer.id === id))) {
      throw new NotFoundError(`No signer ${id}`);
    }
    await trx.deleteFrom("sign_off_signer").where("id", "=", id).execute();
    return succeed(null);
  });
}

async function changeChain(
  context: Context,
  partnershipId: number,
  change: (trx: Writer, chain: readonly ChainStep[]) => Promise<Result<null>>,
): Promise<Result<null>> {
  requirePermission(context, "sign-off.manage", [partnershipId]);
  return writeOrUndo(context, async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    const before = await listChain(trx, partnershipId);
    const changed = await change(trx, before);
    if (!changed.ok) return changed;
    await recordAudit(trx, context, {
      action: "change chain of sign-off",
      recordType: "partnership",
      recordId: partnershipId,
      before: { steps: withoutNames(before) },
      after: { steps: withoutNames(await listChain(trx, partnershipId)) },
    });
    return changed;
  });
}

async function insertSteps(
  trx: Writer,
  partnershipId: number,
  chain: readonly ChainStep[],
  titles: readonly string[],
): Promise<Result<null>> {
  if (chain.length + titles.length > MOST_STEPS)
    return fail({ title: `A chain has at most ${MOST_STEPS} steps` });
  const last = chain.at(-1)?.position ?? 0;
  await trx
    .insertInto("sign_off_step")
    .values(
      titles.map((title, index) => ({ partnership_id: partnershipId, title, position: last + index + 1 })),
    )
    .execute();
  return succeed(null);
}

function placeOf(chain: readonly ChainStep[], stepId: number): number {
  const index = chain.findIndex(({ id }) => id === stepId);
  if (index === -1) throw new NotFoundError(`No step ${stepId}`);
  return index;
}

/** The audit log holds ids of people, not their names. */
function withoutNames(chain: readonly ChainStep[]) {
  return chain.map(({ signers, ...step }) => ({
    ...step,
    signers: signers.map(({ name: _, ...signer }) => signer),
  }));
}
