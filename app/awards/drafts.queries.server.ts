import { type Context, personId } from "#app/platform/context.server.ts";
import { StaleError } from "#app/platform/errors.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { Writer } from "#db/open.server.ts";
import type { AmountBasis, NextVersionKind } from "./award.ts";
import type { TypedLine } from "./draft.schema.ts";
import type { EffectiveBasis } from "./effective-day.rules.ts";
import type { Asked } from "./four-eyes/four-eyes.rules.ts";

/** Work in progress on an award's next version. It never counts; nothing of it is in the ledger. */
export type Draft = {
  kind: NextVersionKind;
  effectiveOn: string;
  effectiveBasis: EffectiveBasis;
  /** The day as it was typed; null where it was left to follow from the others. */
  statedEffectiveOn: string | null;
  decidedOn: string | null;
  reason: string;
  decisionReference: string | null;
  amountPence: number | null;
  amountBasis: AmountBasis;
  fundId: number | null;
  funderId: number | null;
  mayIncludeIds: number[];
  /** Awards that its lines may come out of, beside those that they come out of already. */
  outOfIds?: number[];
  /** The version whose lines it began with. */
  baseVersionId: number;
  lines: TypedLine[];
  /** What the funder agreed where it goes against the award's special terms. */
  termsAgreement?: string | null;
};

export type SavedDraft = Draft & {
  version: number;
  updatedAt: string;
  updatedBy: string | null;
  updatedById: number | null;
  /** Null where nobody asks for it to be confirmed. */
  asked: Asked | null;
};

const draftRow = keepQuery((reader, awardId: number) =>
  reader
    .selectFrom("award_draft")
    .leftJoin("person", "person.id", "award_draft.updated_by")
    .leftJoin("person as asking", "asking.id", "award_draft.asked_by")
    .select([
      "form_json",
      "award_draft.version",
      "updated_at",
      "updated_by",
      "person.name as updated_by_name",
    ])
    .select(["asked_by", "asked_at", "asked_after", "asking.name as asked_by_name"])
    .where("award_id", "=", awardId),
);

/** The draft of an award's next version, or null. Call with an award in scope. */
export async function findDraft(context: Context, awardId: number): Promise<SavedDraft | null> {
  const [row] = await draftRow(context.db.read, awardId);
  if (!row) return null;
  const draft = JSON.parse(row.form_json) as Draft;
  return {
    ...draft,
    version: row.version,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by_name,
    updatedById: row.updated_by,
    asked:
      row.asked_at === null
        ? null
        : {
            at: row.asked_at,
            by: row.asked_by === null ? null : { id: row.asked_by, name: row.asked_by_name ?? "" },
            after: row.asked_after ?? 0,
          },
  };
}

/** What a draft says, without who saved it and when: the audit log holds ids of people, not their names. */
export function contentOf({
  version: _version,
  updatedAt: _at,
  updatedBy: _by,
  updatedById: _byId,
  asked: _asked,
  ...draft
}: SavedDraft): Draft {
  return draft;
}

/**
 * Saves a draft over the one that was read; nobody is asked any more to confirm what it said.
 * @param version of the draft that was read; null where there was none.
 * @throws StaleError where somebody else has saved or sealed it since.
 */
export async function saveDraft(
  transaction: Writer,
  context: Context,
  awardId: number,
  draft: Draft,
  version: number | null,
): Promise<void> {
  const row = {
    form_json: JSON.stringify(draft),
    updated_by: personId(context),
    updated_at: context.now(),
    asked_by: null,
    asked_at: null,
    asked_after: null,
  };
  if (version === null) {
    const made = await transaction
      .insertInto("award_draft")
      .values({ award_id: awardId, ...row })
      .onConflict((conflict) => conflict.column("award_id").doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) throw new StaleError("A draft is there already");
    return;
  }
  const saved = await transaction
    .updateTable("award_draft")
    .set({ ...row, version: version + 1 })
    .where("award_id", "=", awardId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (saved.numUpdatedRows !== 1n) throw new StaleError("The draft has changed");
}

/** @throws StaleError where the draft is no longer the one that was read. */
export async function deleteDraft(transaction: Writer, awardId: number, version: number): Promise<void> {
  const deleted = await transaction
    .deleteFrom("award_draft")
    .where("award_id", "=", awardId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (deleted.numDeletedRows !== 1n) throw new StaleError("The draft has changed");
}
