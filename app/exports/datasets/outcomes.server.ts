import { sql } from "kysely";
import { someAtATime } from "#app/core/some-at-a-time.ts";
import { listMeasures } from "#app/outcomes/index.server.ts";
import { computedWords, type Measure } from "#app/outcomes/index.ts";
import { partnershipNames } from "#app/partnerships/index.server.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { listProjects } from "#app/projects/index.server.ts";
import { momentOf, type ReportMoment } from "#app/reports/index.server.ts";
import type { Dataset, ExportContents } from "../dataset.server.ts";
import type { ExportColumn, ExportValue } from "../export.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
import { partnershipWords } from "../filter-words.server.ts";
import { partnershipIn } from "../partnership-asked.server.ts";
import { asksForAnotherDay } from "../refusal.server.ts";
import { unusedBeside } from "../unused.server.ts";

/** What a row is of. A measure with parts and without figures of its own has a row of each kind that is added up. */
const KINDS = {
  baseline: "Baseline",
  reading: "Reading",
  "added baseline": "Baseline, added up from its parts",
  "added reading": "Reading, added up from its parts",
};

const COLUMNS: readonly ExportColumn[] = [
  { heading: "Partnership", kind: "text" },
  { heading: "Project", kind: "text" },
  { heading: "Measure", kind: "text" },
  { heading: "Unit", kind: "text" },
  { heading: "Good is", kind: "text", words: { up: "up", down: "down" } },
  { heading: "Counted by", kind: "text" },
  { heading: "Area", kind: "text" },
  { heading: "Kind", kind: "text", words: KINDS },
  { heading: "Period", kind: "text" },
  { heading: "Period from", kind: "day" },
  { heading: "Period to", kind: "day" },
  { heading: "Months", kind: "number" },
  { heading: "Days", kind: "number" },
  { heading: "Value", kind: "number" },
  { heading: "Worked out", kind: "text", words: { "0": "no", "1": "yes" } },
  { heading: "Target", kind: "number" },
  { heading: "Target by", kind: "day" },
  { heading: "Stated change", kind: "text" },
  { heading: "Stated change (%)", kind: "number" },
  { heading: "Computed change", kind: "text" },
  { heading: "Computed change (%)", kind: "number" },
  { heading: "Stated and computed agree", kind: "text" },
  { heading: "Caveat", kind: "text" },
  { heading: "Note", kind: "text" },
];

/** What stands then is worked out of the log and not by the database: of so many measures at a time. */
const AT_ONCE = 100;

/** Every measure with its baseline and readings, by partnership and project. */
export const outcomes: Dataset = {
  name: "outcomes",
  title: "Outcomes",
  about:
    "One row for each baseline and reading; a measure that has none has one row without a value, or two that are added up from its parts.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  unused: (params) => unusedBeside(params, ["partnership"]),
  takesDay: true,
  contents: async (context, asked) => {
    const [partnershipId = null] = partnershipIn(asked.params) ?? [];
    const moment = asksForAnotherDay(context, asked) ? await momentOf(context, asked) : null;
    return {
      sheet: "Outcomes",
      filters:
        partnershipId === null ? [] : [["Partnership", await partnershipWords(context, partnershipId)]],
      moment,
      notes: async () => [
        ...(moment === null
          ? []
          : [
              "Of that day are readings of periods that were over, and measures and readings as they were known. Names of partnerships and projects stand as they are recorded today.",
            ]),
        "A value that is not recorded is left empty. It is not 0.",
        "A period has its length in months, or in days where its dates make no whole months; one without either has no known length.",
        "A measure that has parts and no figures of its own has a baseline and a reading that are added up from them; their values are left empty where the parts do not add up.",
        "The computed change is that of the measure, from its baseline to its latest reading; it stands in each of its rows.",
        "What rose or fell may have done so for other reasons than the project.",
      ],
      columns: COLUMNS,
      rows:
        moment === null
          ? {
              query: query(context, partnershipId).compile(),
              complete: (rows) => withComputedChange(context, rows),
            }
          : rowsOfMoment(context, partnershipId, moment),
      sum: null,
    };
  },
};

/** The same rows as they stood at a moment, of one position whatever is recorded meanwhile. */
function rowsOfMoment(
  context: Context,
  partnershipId: number | null,
  { asAt, position }: ReportMoment,
): Exclude<ExportContents["rows"], { known: unknown }> {
  const ids = idsQuery(context, partnershipId);
  const then = { asAt, knownTo: position };
  const complete = async (rows: ExportValue[][]) => {
    const whole: ExportValue[][] = [];
    for (const some of someAtATime(rows, AT_ONCE)) {
      const ids = some.map(([id]) => Number(id));
      whole.push(...(await rowsThen(context, ids, then)));
    }
    return whole;
  };
  const count = async () => {
    const all = (await ids.execute()).map(({ id }): ExportValue[] => [id]);
    let counted = 0;
    for (const some of someAtATime(all, AT_ONCE)) counted += (await complete(some)).length;
    return counted;
  };
  return { query: ids.compile(), complete, count };
}

/** The rows of some measures, in the order of their numbers. */
async function rowsThen(
  context: Context,
  ids: number[],
  then: Pick<ReportMoment, "asAt" | "knownTo">,
): Promise<ExportValue[][]> {
  const measures = (await listMeasures(context, { ids }, then)).sort(
    (a, b) => ids.indexOf(a.id) - ids.indexOf(b.id),
  );
  const projectIds = measures.flatMap(({ projectId }) => projectId ?? []);
  const projects = new Map(
    (await listProjects(context, { ids: projectIds })).map(({ id, name }) => [id, name]),
  );
  const partnerships = await partnershipNames(context);
  return measures.flatMap((measure) => {
    const { projectId, change } = measure;
    return rowsOf(measure).map((row): ExportValue[] => [
      partnerships.get(measure.partnershipId) ?? null,
      projectId === null ? null : (projects.get(projectId) ?? null),
      ...[measure.name, measure.unit, measure.better, measure.measureSource, measure.area],
      ...[row.kind, row.periodStated, row.periodFrom, row.periodTo, row.months, row.days, row.value],
      row.isDerived === null ? null : Number(row.isDerived),
      ...[measure.targetValue, measure.targetBy, measure.statedChange, measure.statedPercent],
      ...computedOf(change),
      ...[measure.caveat, row.note],
    ]);
  });
}

const NO_ROW = {
  ...{ kind: null, periodStated: null, periodFrom: null, periodTo: null, months: null, days: null },
  ...{ value: null, isDerived: null, note: null },
};

/** What stands in the rows of a measure: its baseline and readings, what is added up from its parts, or nothing. */
function rowsOf({ baseline, readings, parts, added }: Measure) {
  const own = [...(baseline === null ? [] : [baseline]), ...readings];
  if (own.length > 0) return own.map((reading) => ({ ...reading, days: reading.days ?? null }));
  if (parts === null) return [NO_ROW];
  return ADDED.map((kind) => ({ ...NO_ROW, kind, ...addedOf(added, kind) }));
}

const ADDED = ["added baseline", "added reading"] as const;

/** The period, its length and the value of what is added up; nothing where the parts do not add up. */
function addedOf(added: Measure["added"], kind: ExportValue) {
  const figure = added && (kind === "added baseline" ? added.baseline : added.latest);
  const { period = null, months = null, days = null, value = null } = figure ?? {};
  return { periodStated: period, months, days, value };
}

/** The change that is computed, in per cent too, and whether what is stated agrees. */
function computedOf(change: Measure["change"] | undefined): ExportValue[] {
  const agrees = change?.stated?.agrees;
  return [
    change ? computedWords(change) : null,
    change?.percent ?? null,
    agrees == null ? null : agrees ? "yes" : "no",
  ];
}

const placeOf = (name: string) => COLUMNS.findIndex(({ heading }) => heading === name);
const [KIND, PERIOD, MONTHS] = [placeOf("Kind"), placeOf("Period"), placeOf("Months")];
const [DAYS, VALUE, COMPUTED] = [placeOf("Days"), placeOf("Value"), placeOf("Computed change")];

/** Puts in place of the numbers of each measure and reading what the pages work out of its counts and its dates. */
async function withComputedChange(context: Context, rows: ExportValue[][]): Promise<ExportValue[][]> {
  const ids = [...new Set(rows.map((row) => Number(row[COMPUTED])))];
  const measures = new Map((await listMeasures(context, { ids })).map((measure) => [measure.id, measure]));
  const days = new Map([...measures.values()].flatMap(daysOfReadings));
  return rows.map((row) => {
    const measure = measures.get(Number(row[COMPUTED]));
    const computed = computedOf(measure?.change);
    const whole = row
      .toSpliced(COMPUTED, computed.length, ...computed)
      .with(DAYS, days.get(Number(row[DAYS])) ?? null);
    if (!ADDED.some((kind) => kind === row[KIND])) return whole;
    const added = addedOf(measure?.added ?? null, row[KIND] ?? null);
    return whole
      .with(PERIOD, added.periodStated)
      .with(MONTHS, added.months)
      .with(DAYS, added.days)
      .with(VALUE, added.value);
  });
}

function daysOfReadings({ baseline, readings }: Measure) {
  return [...(baseline ? [baseline] : []), ...readings].map(({ id, days }) => [id, days ?? null] as const);
}

function idsQuery({ db, scope }: Context, partnershipId: number | null) {
  let rows = db.read.selectFrom("measure").select("id");
  if (!scope.all) rows = rows.where("partnership_id", "in", [...scope.partnershipIds, 0]);
  if (partnershipId !== null) rows = rows.where("partnership_id", "=", partnershipId);
  return rows.orderBy("partnership_id").orderBy("id");
}

function query({ db, scope }: Context, partnershipId: number | null) {
  let rows = db.read
    .selectFrom("measure")
    .innerJoin("partnership", "partnership.id", "measure.partnership_id")
    .leftJoin("project", "project.id", "measure.project_id")
    .leftJoin("reading", "reading.measure_id", "measure.id")
    .leftJoin(addedKinds.as("added"), (on) =>
      on
        .on("reading.id", "is", null)
        .on((e) =>
          e.exists(
            e.selectFrom("measure as part").select("part.id").whereRef("part.part_of_id", "=", "measure.id"),
          ),
        ),
    )
    .select([
      "partnership.name as partnership_name",
      "project.name as project_name",
      "measure.name as measure_name",
      "measure.unit",
      "measure.better",
      "measure.measure_source",
      "measure.area",
    ])
    .select((e) => e.fn.coalesce("reading.kind", "added.kind").as("kind"))
    .select([
      "reading.period",
      "reading.period_from",
      "reading.period_to",
      "reading.months",
      "reading.id as days",
      "reading.value",
      "reading.is_derived",
      "measure.target_value",
      "measure.target_by",
      "measure.stated_change",
      "measure.stated_percent",
      "measure.id as computed_change",
      "measure.id as computed_percent",
      "measure.id as agrees",
      "measure.caveat",
      "reading.note",
    ]);
  if (!scope.all) rows = rows.where("measure.partnership_id", "in", [...scope.partnershipIds, 0]);
  if (partnershipId !== null) rows = rows.where("measure.partnership_id", "=", partnershipId);
  return rows
    .orderBy("measure.partnership_id")
    .orderBy("measure.id")
    .orderBy("reading.id")
    .orderBy("added.kind");
}

/** A row for each of the kinds that are added up. */
const addedKinds = sql<{
  kind: string;
}>`(select cast(${sql.lit(ADDED[0])} as text) as kind union all select ${sql.lit(ADDED[1])})`;
