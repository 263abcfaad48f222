import { NotFoundError } from "#app/platform/errors.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import type { Task, TaskRecord, TasksOfRecord } from "./task.ts";

const PAGE = 20;

/** So many open tasks a record may have; more than anybody works through. */
export const OPEN_AT_MOST = 100;

/** The columns of what a task stands on. */
export function recordColumns(record: TaskRecord) {
  return "bidId" in record
    ? { bid_id: record.bidId, award_id: null }
    : { bid_id: null, award_id: record.awardId };
}

function tasksOf(reader: Reader | Writer, record: TaskRecord) {
  const [column, id] =
    "bidId" in record ? (["bid_id", record.bidId] as const) : (["award_id", record.awardId] as const);
  return reader
    .selectFrom("task")
    .innerJoin("person as assignee", "assignee.id", "task.assignee_id")
    .leftJoin("person as settler", "settler.id", "task.settled_by")
    .select([
      "task.id",
      "what",
      "assignee_id",
      "assignee.name as assignee",
      "due_on",
      "outcome",
      "settled_on",
    ])
    .select(["settler.name as settler", "settled_note", "task.version"])
    .where(`task.${column}`, "=", id);
}

type Row = Awaited<ReturnType<ReturnType<typeof tasksOf>["executeTakeFirstOrThrow"]>>;

function toTask(row: Row): Task {
  const { id, what, outcome, settled_on: on, settler: by, settled_note: note, version } = row;
  const settled = outcome === null || on === null ? null : { outcome, on, by, note };
  return {
    id,
    what,
    assigneeId: row.assignee_id,
    assignee: row.assignee,
    dueOn: row.due_on,
    settled,
    version,
  };
}

const openTasks = keepQuery((reader, record: TaskRecord) =>
  tasksOf(reader, record)
    .where("outcome", "is", null)
    .orderBy("due_on")
    .orderBy("task.id")
    .limit(OPEN_AT_MOST),
);

type SettledAsked = { record: TaskRecord; before: number | null; limit: number };

const settledTasks = keepQuery((reader, { record, before, limit }: SettledAsked) =>
  tasksOf(reader, record)
    .where("outcome", "is not", null)
    .$if(before !== null, (query) => query.where("task.id", "<", before))
    .orderBy("task.id", "desc")
    .limit(limit),
);

/**
 * The tasks of a record, which must have been read in the actor's scope before.
 * @param options.before of the settled ones, only those older than the task of this number.
 */
export async function listTasks(
  reader: Reader,
  record: TaskRecord,
  options: { before?: number | null; limit?: number } = {},
): Promise<TasksOfRecord> {
  const { before = null, limit = PAGE } = options;
  const open = await openTasks(reader, record);
  const settled = await settledTasks(reader, { record, before, limit: limit + 1 });
  const shown = settled.slice(0, limit);
  return {
    open: open.map(toTask),
    settled: shown.map(toTask),
    next: settled.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** One task of a record that the actor reads. @throws NotFoundError where the record has none of this number. */
export async function getTask(reader: Reader | Writer, record: TaskRecord, id: number): Promise<Task> {
  const row = await tasksOf(reader, record).where("task.id", "=", id).executeTakeFirst();
  if (!row) throw new NotFoundError(`No task ${id}`);
  return toTask(row);
}
