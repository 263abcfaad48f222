import { type Context, partnershipsWhere, personId } from "#app/platform/context.server.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import { type Award, type NextVersionKind, writingPartnerships } from "../award.ts";
import { awardInScope, awardWrittenBy } from "../award-scope.server.ts";
import type { Draft, SavedDraft } from "../drafts.queries.server.ts";
import { askedWords, refusalToConfirm } from "./four-eyes.rules.ts";

/** True where a partnership whose people write the award has each next version confirmed by a second person. */
export async function needsSecondPerson(
  context: Context,
  { partnerships }: Pick<Award, "partnerships">,
): Promise<boolean> {
  const row = await context.db.read
    .selectFrom("partnership")
    .select("id")
    .where("id", "in", [0, ...writingPartnerships(partnerships)])
    .where("second_person", "=", 1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The number of an award's last sealed version; 0 where there is none. */
export async function lastNumber(reader: Reader | Writer, awardId: number): Promise<number> {
  const row = await reader
    .selectFrom("award_version")
    .select((e) => e.fn.max("number").as("number"))
    .where("award_id", "=", awardId)
    .executeTakeFirst();
  return row?.number ?? 0;
}

/** How a draft is confirmed by a second person; null where none has to. `refused` is why the person who reads may not. */
export type Confirmation = { asked: string | null; refused: string | null };

export async function confirmationOf(
  context: Context,
  award: Award,
  draft: SavedDraft,
): Promise<Confirmation | null> {
  if (!(await needsSecondPerson(context, award))) return null;
  const person = personId(context);
  return {
    asked: draft.asked && askedWords(draft.asked),
    refused: refusalToConfirm(draft, person, await lastNumber(context.db.read, award.id)),
  };
}

export type AwaitingConfirmation = {
  id: number;
  reference: string;
  title: string;
  kind: NextVersionKind;
  amountPence: number | null;
  askedBy: string | null;
};

/** More than a person ever has waiting. */
const SHOWN = 50;

/** The awards whose next version waits for the person who reads to confirm it, the longest waiting first. */
export async function listAwaitingConfirmation(context: Context): Promise<AwaitingConfirmation[]> {
  const { actor, db, scope } = context;
  if (actor.kind !== "person") return [];
  const rows = await db.read
    .selectFrom("award_draft as draft")
    .innerJoin("award", "award.id", "draft.award_id")
    .leftJoin("person", "person.id", "draft.asked_by")
    .select(["award.id", "award.reference", "award.title", "draft.form_json", "person.name as askedBy"])
    .where("draft.asked_at", "is not", null)
    .where((e) => e(e.fn.coalesce("draft.asked_by", e.lit(0)), "<>", actor.id))
    .where((e) => e(e.fn.coalesce("draft.updated_by", e.lit(0)), "<>", actor.id))
    .where(awardInScope(scope))
    .where(awardWrittenBy(partnershipsWhere(actor, "award.seal") ?? []))
    .orderBy("draft.asked_at")
    .limit(SHOWN)
    .execute();
  return rows.map(({ form_json, ...row }) => {
    const { kind, amountPence } = JSON.parse(form_json) as Draft;
    return { ...row, kind, amountPence };
  });
}
