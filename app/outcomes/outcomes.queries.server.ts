import type { Selectable } from "kysely";
import { rowsAsKnown } from "#app/audit/index.server.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { findSource, type Source } from "#app/partnerships/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { MeasureTable, ReadingTable } from "#db/tables/outcomes.ts";
import { describeChange } from "./change.rules.ts";
import type { Measure, MeasureRecord, Reading } from "./measure.ts";
import { isStatedOtherwise } from "./measure-words.rules.ts";
import { addUpParts, changeOfParts, checkParts } from "./parts.rules.ts";
import { daysOfPeriod } from "./period.rules.ts";
import { endOf, inOrderOfPeriods, periodText } from "./reading-order.rules.ts";
import { standingOfTarget } from "./target.rules.ts";

type MeasureRow = Selectable<MeasureTable>;
type ReadingRow = Selectable<ReadingTable>;

/** The end of a day, as it was known at a position in the audit log; null is now. */
export type MeasuredThen = { asAt: IsoDay; knownTo: number | null };

type Filter = {
  ids?: readonly number[];
  projectIds?: readonly number[];
  partnershipIds?: readonly number[];
  documentId?: number;
};

/**
 * The measures that the person reads, with their readings and the computed change: by partnership, then those of
 * projects before those of the partnership as a whole, then in the order in which they were recorded.
 * @param then as they stood at an earlier moment, without readings of periods that ended after its day.
 */
export async function listMeasures(
  context: Context,
  filter: Filter = {},
  then: MeasuredThen | null = null,
): Promise<Measure[]> {
  let query = inScope(context);
  if (filter.ids !== undefined) query = query.where("id", "in", [...filter.ids, 0]);
  if (filter.projectIds !== undefined) query = query.where("project_id", "in", [...filter.projectIds, 0]);
  if (filter.partnershipIds !== undefined) {
    query = query.where("partnership_id", "in", [...filter.partnershipIds, 0]);
  }
  if (filter.documentId !== undefined) query = query.where("source_document_id", "=", filter.documentId);
  const rows = await measuresThen(context, await query.execute(), then);
  const parts = await measuresThen(context, await partsOf(context, rows), then);
  const readings = await readingsOf(context, [...rows, ...parts], then);
  const project = (row: MeasureRow) => row.project_id ?? Number.POSITIVE_INFINITY;
  const inOrder = rows.sort(
    (a, b) =>
      a.partnership_id - b.partnership_id ||
      (project(a) < project(b) ? -1 : project(a) > project(b) ? 1 : a.id - b.id),
  );
  return inOrder.map((row) => asMeasure(row, parts, readings));
}

/** Those published in a document whose figures do not agree with what is stated there. */
export async function listDifferences(context: Context, documentId: number): Promise<Measure[]> {
  const measures = await listMeasures(context, { documentId });
  return measures.filter(isStatedOtherwise);
}

/** @throws NotFoundError where there is none, or it is of a partnership that the person does not read. */
export async function getMeasure(context: Context, id: number): Promise<MeasureRecord> {
  const row = await inScope(context).where("id", "=", id).executeTakeFirst();
  if (!row) throw new NotFoundError(`No measure ${id}`);
  const parts = await partsOf(context, [row]);
  const read = await readingsOf(context, [row, ...parts]);
  const readings = read.get(id) ?? [];
  const readingSources: Record<number, Source> = {};
  for (const reading of readings) {
    const source = await findSource(context, reading.source_document_id, reading.source_paragraph);
    if (source) readingSources[reading.id] = source;
  }
  const source = await findSource(context, row.source_document_id, row.source_paragraph);
  return { ...asMeasure(row, parts, read), source, readingSources };
}

function inScope({ db, scope }: Context) {
  const query = db.read.selectFrom("measure").selectAll();
  return scope.all ? query : query.where("partnership_id", "in", [...scope.partnershipIds, 0]);
}

const FEW_MEASURES = 100;

async function measuresThen(context: Context, rows: MeasureRow[], then: MeasuredThen | null) {
  if (then === null || then.knownTo === null) return rows;
  return rowsAsKnown(context, "measure", rows, then.knownTo);
}

/** A reading whose period was not over on a day that has gone is none of that day; one without dates is. */
async function readingsThen(context: Context, rows: ReadingRow[], then: MeasuredThen | null) {
  if (then === null) return rows;
  const { asAt, knownTo } = then;
  const known = knownTo === null ? rows : await rowsAsKnown(context, "reading", rows, knownTo);
  if (asAt >= context.today) return known;
  return known.filter((row) => (endOf({ period: row.period, periodTo: row.period_to }) ?? "") <= asAt);
}

/** Many are read by partnership, so that a long list of measures is never a long list of ids. */
async function readingsOf(
  context: Context,
  rows: readonly MeasureRow[],
  then: MeasuredThen | null = null,
): Promise<Map<number, ReadingRow[]>> {
  const byMeasure = new Map<number, ReadingRow[]>();
  if (rows.length === 0) return byMeasure;
  let query = context.db.read
    .selectFrom("reading")
    .innerJoin("measure", "measure.id", "reading.measure_id")
    .selectAll("reading");
  const distinct = (values: number[]) => [...new Set(values)];
  query =
    rows.length <= FEW_MEASURES
      ? query.where("measure.id", "in", distinct(rows.map((row) => row.id)))
      : query.where("measure.partnership_id", "in", distinct(rows.map((row) => row.partnership_id)));
  const all = await query.orderBy("reading.id").execute();
  for (const reading of await readingsThen(context, all, then)) {
    byMeasure.set(reading.measure_id, [...(byMeasure.get(reading.measure_id) ?? []), reading]);
  }
  return byMeasure;
}

/** The measures that are parts of any of these. A whole and its parts are of one partnership. */
async function partsOf(context: Context, wholes: readonly MeasureRow[]): Promise<MeasureRow[]> {
  const ids = wholes.map((row) => row.id);
  const query = inScope(context).where("part_of_id", "is not", null).orderBy("id");
  if (ids.length <= FEW_MEASURES) return query.where("part_of_id", "in", [...ids, 0]).execute();
  const partnershipIds = [...new Set(wholes.map((row) => row.partnership_id))];
  return query.where("partnership_id", "in", partnershipIds).execute();
}

type Readings = ReadonlyMap<number, readonly ReadingRow[]>;

/** The baseline and the readings of a measure, the earliest period first. */
function measuredOf({ id }: MeasureRow, rows: Readings) {
  const all = (rows.get(id) ?? []).map(asReading);
  const baseline = all.find((reading) => reading.kind === "baseline") ?? null;
  const readings = inOrderOfPeriods(all.filter((reading) => reading.kind === "reading"));
  return { baseline, readings, latest: readings.at(-1) ?? null };
}

function asMeasure(row: MeasureRow, partRows: readonly MeasureRow[], rows: Readings): Measure {
  const { baseline, readings, latest } = measuredOf(row, rows);
  const parts = partRows
    .filter((part) => part.part_of_id === row.id)
    .map((part) => ({ ...part, ...measuredOf(part, rows) }));
  const facts = {
    unit: row.unit,
    better: row.better,
    baseline,
    statedChange: row.stated_change,
    statedPercent: row.stated_percent,
  };
  const whole = { ...facts, latest };
  const target = { targetValue: row.target_value, targetBy: row.target_by };
  const added = addUpParts(whole, parts);
  const ending = added ? (parts[0]?.latest ?? null) : latest;
  const latestEnds = ending && endOf(ending);
  return {
    ...facts,
    id: row.id,
    partnershipId: row.partnership_id,
    projectId: row.project_id,
    name: row.name,
    measureSource: row.measure_source,
    area: row.area,
    caveat: row.caveat,
    ...target,
    readings,
    latest,
    latestEnds,
    added,
    change: added ? changeOfParts(whole, added, parts) : describeChange({ ...facts, reading: latest }),
    differenceNote: row.difference_note,
    costCaveat: row.cost_caveat,
    partOfId: row.part_of_id,
    parts: checkParts(whole, parts),
    target: standingOfTarget({ ...whole, ...added, ...target, latestEnds }),
    version: row.version,
  };
}

function asReading(row: ReadingRow): Reading {
  const dates = { periodFrom: row.period_from, periodTo: row.period_to };
  return {
    ...dates,
    id: row.id,
    kind: row.kind,
    period: periodText({ period: row.period, ...dates }),
    periodStated: row.period,
    months: row.months,
    days: row.months === null ? daysOfPeriod(dates) : null,
    value: row.value,
    isDerived: row.is_derived === 1,
    note: row.note,
  };
}
