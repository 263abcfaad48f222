import { createHash } from "node:crypto";
import { recordAudit } from "#app/audit/index.server.ts";
import { setAwardOwner } from "#app/awards/index.server.ts";
import { BID_WRITERS, findColleague, listColleagues, passPlace, setOwner } from "#app/bids/index.server.ts";
import type { Colleague } from "#app/bids/index.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, partnershipsWhere, requirePermission } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import type { Writer } from "#db/open.server.ts";
import { auditedRecord } from "../save-task.server.ts";
import type { HandOverInput, HandOverQuestion } from "./hand-over.schema.ts";
import { listThoseToHandOver } from "./people-to-choose.queries.server.ts";
import { listBidsInCareOf, listWork } from "./work.queries.server.ts";
import { type GoingWork, type HandOverPlan, planHandOver, type Work } from "./work.ts";

export type HandOverPreview = HandOverPlan & {
  from: Colleague;
  to: Colleague;
  /** Names all that goes, each with its version. */
  seen: string;
};

/** What would be handed over by whom to whom; a failure where the actor may not choose one of them. */
export async function previewHandOver(
  context: Context,
  question: HandOverQuestion,
): Promise<Result<HandOverPreview>> {
  requirePermission(context, "bid.write");
  const from = (await listThoseToHandOver(context)).find(({ id }) => id === question.from);
  if (!from) return fail({ from: "Choose from the list" });
  const to = question.to === question.from ? null : await findColleague(context, question.to, BID_WRITERS);
  if (!to) return fail({ to: "Choose somebody from the list: only those who write bids take them over" });
  const bidIds = await listBidsInCareOf(context, to.id);
  const plan = planHandOver(await listWork(context, from.id), { ...to, bidIds });
  return succeed({ ...plan, from, to: { id: to.id, name: to.name }, seen: nameOf(plan.goes, to.id) });
}

/** Who can take over: everybody who writes bids of a partnership of the actor, by name. */
export function listSuccessors(context: Context): Promise<Colleague[]> {
  return listColleagues(context.db.read, partnershipsWhere(context.actor, "bid.write") ?? [], BID_WRITERS);
}

/**
 * Makes somebody the owner of all open bids and awards of another person and gives them that person's places as helper and
 * watcher and their open tasks: all that the preview showed, or nothing. @throws ForbiddenError; StaleError where one was changed in the meantime.
 */
export async function handOverWork(context: Context, input: HandOverInput): Promise<Result<HandOverPreview>> {
  const preview = await previewHandOver(context, input);
  if (!preview.ok) return preview;
  const { goes, from, to, seen } = preview.value;
  if (goes.length === 0) return fail({ form: "There is nothing to hand over" });
  if (seen !== input.seen) {
    return fail({ form: "What there is to hand over has changed since it was shown. Look at it again" });
  }
  await context.db.write(async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    for (const work of goes) await handOver(trx, context, work, from.id, to.id);
    const ids = (...kinds: Work["kind"][]) =>
      goes.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
    await recordAudit(trx, context, {
      action: "hand over work",
      recordType: "person",
      recordId: from.id,
      after: {
        to: to.id,
        bids: ids("bid"),
        places: ids("helper", "watcher"),
        awards: ids("award"),
        tasks: ids("task"),
      },
    });
  });
  return preview;
}

async function handOver(trx: Writer, context: Context, work: Work, from: number, to: number): Promise<void> {
  const { id, version } = work;
  if (work.kind === "bid") return setOwner(trx, context, { id, version }, to);
  if (work.kind === "award") return setAwardOwner(trx, context, { id, version }, to);
  if (work.kind !== "task") return passPlace(trx, context, { id, version }, { from, to });
  const changed = await trx
    .updateTable("task")
    .set({ assignee_id: to, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new StaleError();
  await recordAudit(trx, context, {
    action: "hand over task",
    ...auditedRecord(work.record),
    before: { task: id, assignee_id: from },
    after: { task: id, assignee_id: to },
  });
}

/** SHA-256 (hex) of what goes to whom. */
function nameOf(goes: readonly GoingWork[], to: number): string {
  const named = goes.map(({ kind, id, version, ends }) => [kind, id, version, ends]);
  return createHash("sha256")
    .update(JSON.stringify([to, named]))
    .digest("hex");
}
