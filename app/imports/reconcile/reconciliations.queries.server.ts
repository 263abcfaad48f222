import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { ListColumns, ReadRows } from "./list-columns.rules.ts";
import type { ItemKind, KindTotal } from "./reconciliation.ts";

const SHOWN_AT_ONCE = 100;

/** What was left out of a list or not understood, by the numbers of its rows. */
export type LeftOut = Omit<ReadRows, "rows">;

function inScope({ db, scope }: Context) {
  const query = db.read
    .selectFrom("reconciliation")
    .innerJoin("partnership", "partnership.id", "reconciliation.partnership_id")
    .innerJoin("funder", "funder.id", "reconciliation.funder_id")
    .leftJoin("fund", "fund.id", "reconciliation.fund_id")
    .leftJoin("person as taker", "taker.id", "reconciliation.taken_by")
    .select(["reconciliation.id", "reconciliation.partnership_id as partnershipId", "reconciliation.title"])
    .select(["partnership.name as partnership", "funder.name as funder", "fund.name as fund"])
    .select(["reconciliation.funder_id as funderId", "reconciliation.fund_id as fundId"])
    .select([
      "as_at as asAt",
      "known_on as knownAt",
      "list_rows as listRows",
      "taken_at as takenAt",
      "matched_at as matchedAt",
    ])
    .select(["recipient_words as recipientWords", "fingerprint", "taker.name as takenBy"])
    .select(["columns_json", "left_out_json"]);
  return scope.all ? query : query.where("reconciliation.partnership_id", "in", [0, ...scope.partnershipIds]);
}

type Row = Awaited<ReturnType<ReturnType<typeof inScope>["executeTakeFirstOrThrow"]>>;

export type Reconciliation = Omit<Row, "columns_json" | "left_out_json"> & {
  /** Null until the list was held against our awards. */
  columns: ListColumns | null;
  leftOut: LeftOut | null;
};

function reconciliationOf({ columns_json, left_out_json, ...row }: Row): Reconciliation {
  return {
    ...row,
    columns: columns_json === null ? null : JSON.parse(columns_json),
    leftOut: left_out_json === null ? null : JSON.parse(left_out_json),
  };
}

/** The reconciliations of one's partnerships, newest first, at most 100 before `beforeId`. */
export async function listReconciliations(
  context: Context,
  beforeId: number | null,
): Promise<{ items: Reconciliation[]; olderId: number | null }> {
  let query = inScope(context)
    .orderBy("reconciliation.id", "desc")
    .limit(SHOWN_AT_ONCE + 1);
  if (beforeId !== null) query = query.where("reconciliation.id", "<", beforeId);
  const rows = await query.execute();
  const items = rows.slice(0, SHOWN_AT_ONCE).map(reconciliationOf);
  return { items, olderId: rows.length > SHOWN_AT_ONCE ? (items.at(-1)?.id ?? null) : null };
}

/** A reconciliation of one of the person's partnerships. @throws NotFoundError */
export async function getReconciliation(context: Context, id: number): Promise<Reconciliation> {
  const row = await inScope(context).where("reconciliation.id", "=", id).executeTakeFirst();
  if (!row) throw new NotFoundError(`No reconciliation ${id}`);
  return reconciliationOf(row);
}

/** The list of a reconciliation that was found, as it was taken. */
export async function listTextOf({ db }: Context, id: number): Promise<string> {
  const row = await db.read
    .selectFrom("reconciliation")
    .select("list_text")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.list_text;
}

/** The columns that a partnership chose last for a list of this funder; null where it never did. */
export async function columnsChosenLast(
  { db }: Context,
  { partnershipId, funderId }: Reconciliation,
): Promise<ListColumns | null> {
  const row = await db.read
    .selectFrom("reconciliation")
    .select("columns_json")
    .where("partnership_id", "=", partnershipId)
    .where("funder_id", "=", funderId)
    .where("columns_json", "is not", null)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.columns_json ? JSON.parse(row.columns_json) : null;
}

/** How many items there are of each kind, and what they come to; kinds without any are 0. */
export async function countItems({ db }: Context, id: number): Promise<KindTotal[]> {
  const rows = await db.read
    .selectFrom("reconciliation_item as item")
    .leftJoin("reconciliation_acceptance as acceptance", "acceptance.item_id", "item.id")
    .select((e) => {
      const sum = (column: "ours_pence" | "theirs_pence") =>
        e.cast<number>(e.fn.coalesce(e.fn.sum(column), e.lit(0)), "bigint");
      const alone = (column: "ours_pence" | "theirs_pence", other: "ours_pence" | "theirs_pence") => {
        const isAlone = e.and([e("kind", "=", "differs"), e(other, "is", null)]);
        return e.cast<number>(
          e.fn.coalesce(e.fn.sum(e.case().when(isAlone).then(e.ref(column)).else(null).end()), e.lit(0)),
          "bigint",
        );
      };
      const unknown = e.or([
        e.and([e("award_id", "is not", null), e("ours_pence", "is", null)]),
        e.and([e("their_rows", "is not", null), e("theirs_pence", "is", null)]),
      ]);
      return [
        "kind",
        e.cast<number>(e.fn.countAll(), "bigint").as("count"),
        sum("ours_pence").as("oursPence"),
        sum("theirs_pence").as("theirsPence"),
        e.cast<number>(e.fn.sum(e.case().when(unknown).then(1).else(0).end()), "bigint").as("unknown"),
        alone("ours_pence", "theirs_pence").as("oursAlonePence"),
        alone("theirs_pence", "ours_pence").as("theirsAlonePence"),
        e.cast<number>(e.fn.count("acceptance.item_id"), "bigint").as("accepted"),
      ];
    })
    .where("reconciliation_id", "=", id)
    .groupBy("kind")
    .execute();
  return (["agreed", "differs", "ours_only", "theirs_only"] as const).map(
    (kind) =>
      rows.find((row) => row.kind === kind) ?? {
        kind,
        count: 0,
        oursPence: 0,
        theirsPence: 0,
        unknown: 0,
        oursAlonePence: 0,
        theirsAlonePence: 0,
        accepted: 0,
      },
  );
}

function items({ db }: Context, id: number) {
  return db.read
    .selectFrom("reconciliation_item as item")
    .leftJoin("award", "award.id", "item.award_id")
    .leftJoin("reconciliation_acceptance as acceptance", "acceptance.item_id", "item.id")
    .leftJoin("person as accepter", "accepter.id", "acceptance.accepted_by")
    .select(["item.id", "item.kind", "item.matched_by as matchedBy", "item.award_id as awardId"])
    .select(["award.reference", "award.title", "ours_pence as oursPence", "ours_basis as oursBasis"])
    .select(["theirs_pence as theirsPence", "their_rows as theirRows", "their_reference as theirReference"])
    .select(["their_recipient as theirRecipient", "their_date as theirDate"])
    .select(["acceptance.reason", "accepted_at as acceptedAt", "accepter.name as acceptedBy"])
    .where("item.reconciliation_id", "=", id);
}

export type ShownItem = Awaited<ReturnType<ReturnType<typeof items>["execute"]>>[number];

/** The items of a kind in the order in which they were found, at most 100 after `afterId`. */
export async function listItems(
  context: Context,
  id: number,
  kind: ItemKind,
  afterId: number | null,
): Promise<{ items: ShownItem[]; nextId: number | null }> {
  let query = items(context, id)
    .where("item.kind", "=", kind)
    .orderBy("item.id")
    .limit(SHOWN_AT_ONCE + 1);
  if (afterId !== null) query = query.where("item.id", ">", afterId);
  const rows = await query.execute();
  const shown = rows.slice(0, SHOWN_AT_ONCE);
  return { items: shown, nextId: rows.length > SHOWN_AT_ONCE ? (shown.at(-1)?.id ?? null) : null };
}

/** An item of a reconciliation that was found. @throws NotFoundError */
export async function getItem(context: Context, id: number, itemId: number): Promise<ShownItem> {
  const item = await items(context, id).where("item.id", "=", itemId).executeTakeFirst();
  if (!item) throw new NotFoundError(`No item ${itemId}`);
  return item;
}
