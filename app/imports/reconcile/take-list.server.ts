import { createHash } from "node:crypto";
import type { Insertable } from "kysely";
import { recordAudit } from "#app/audit/index.server.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";
import { getFund, getFunder } from "#app/funds/index.server.ts";
import { type Context, personId, requirePermission } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { ReconciliationTable } from "#db/tables/reconciliations.ts";
import { parseList } from "./funder-list.rules.ts";
import type { TakeListInput } from "./reconciliation.schema.ts";

/**
 * Takes a list that a funder published and keeps it as it was sent; nothing is held against it yet.
 * @param sent the bytes of the file, where the list came as one.
 * @returns its number, or messages by field. @throws NotFoundError for a funder or fund that does not exist.
 */
export async function takeList(
  context: Context,
  input: TakeListInput,
  sent: Uint8Array | null,
): Promise<Result<{ id: number }>> {
  const { partnershipId, funderId, fundId, list } = input;
  requirePermission(context, "list.reconcile", [partnershipId]);
  await getFunder(context, funderId);
  if (fundId !== null) {
    const fund = await getFund(context, fundId);
    if (fund.funder?.id !== funderId) return fail({ fundId: "Choose a fund of this funder, or none" });
  }
  const asAt = input.asAt ?? context.today;
  const { today } = context;
  const toCome = "The day must be today or in the past";
  if (asAt > today) return fail({ asAt: toCome });
  if (input.knownAt !== null && input.knownAt > today) return fail({ knownAt: toCome });
  const parsed = parseList(list);
  if (!parsed.ok) return parsed;
  const row = {
    partnership_id: partnershipId,
    funder_id: funderId,
    fund_id: fundId,
    title: input.title,
    as_at: asAt,
    known_on: input.knownAt === today ? null : input.knownAt,
    recipient_words: input.recipientWords,
    list_rows: parsed.value.rows.length,
    fingerprint: createHash("sha256")
      .update(sent ?? list)
      .digest("hex"),
  };
  return succeed({ id: await context.db.write((trx) => insertTaken(trx, context, row, list)) });
}

/** Keeps a list that was taken. @returns its number. */
export async function insertTaken(
  trx: Writer,
  context: Context,
  row: Omit<Insertable<ReconciliationTable>, "list_text" | "taken_at" | "taken_by">,
  list: string,
): Promise<number> {
  const taken = { list_text: list, taken_at: context.now(), taken_by: personId(context) };
  const { id } = await trx
    .insertInto("reconciliation")
    .values({ ...row, ...taken })
    .returning("id")
    .executeTakeFirstOrThrow();
  await recordAudit(trx, context, {
    action: "take a funder’s list",
    recordType: "reconciliation",
    recordId: id,
    after: row,
  });
  return id;
}
